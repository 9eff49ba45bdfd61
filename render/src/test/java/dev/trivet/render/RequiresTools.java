package dev.trivet.render;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/**
 * Skips a class of tests, with the reason, on a machine that does not have all the programs. Under {@code
 * -Dreal-tools.required=true} nothing is skipped, and what is missing makes the tests fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@AddLifecycleHook(value = RequiresTools.Skip.class, propagateTo = PropagationMode.NO_DESCENDANTS)
@interface RequiresTools {

    /** The programs' names. */
    String[] value();

    /** Whether name spaces are needed as well, which take root. */
    boolean nameSpaces() default false;

    /** Decides once a class. */
    final class Skip implements SkipExecutionHook {

        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            var wanted = context.findAnnotation(RequiresTools.class).orElseThrow();
            var missing = Arrays.stream(wanted.value())
                    .filter(name -> Tool.search(name).isEmpty())
                    .toList();
            if (Boolean.getBoolean("real-tools.required")) {
                return SkipResult.doNotSkip();
            } else if (!missing.isEmpty()) {
                return SkipResult.skip("not installed: " + String.join(", ", missing));
            } else if (wanted.nameSpaces() && !KeepalivedJail.isPossible()) {
                return SkipResult.skip("name spaces take root, and keepalived's folder to mount on");
            }
            return SkipResult.doNotSkip();
        }
    }
}
