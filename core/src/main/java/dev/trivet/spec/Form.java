package dev.trivet.spec;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How a text is written in the document, for the document's schema. It is the expression that the rules look for; what else they
 * ask is not in it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Form {

    /** A regular expression that every language's engine takes. */
    String value();

    /** The most characters. */
    int longest() default Integer.MAX_VALUE;
}
