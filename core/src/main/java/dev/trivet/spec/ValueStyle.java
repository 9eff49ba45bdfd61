package dev.trivet.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.annotation.processing.Generated;
import org.immutables.value.Value;

/**
 * How all values are generated: hidden behind the type that users see. Kept out of the class files, whose readers do not
 * have the generator.
 */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        // The JDK's mark alone, which no class file keeps: javac warns of another one where it misses its class.
        allowedClasspathAnnotations = Generated.class)
@interface ValueStyle {}
