package org.balcao.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The limit of an operation. It stands at the method that answers, so however the address is written (a slash at its end, {@code ;x}, escapes,
 * HEAD), what reaches the method is counted.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {
    Limit value();
}
