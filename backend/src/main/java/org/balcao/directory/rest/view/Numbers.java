package org.balcao.directory.rest.view;

import java.math.BigDecimal;

/** Numbers as they are sent: with as many digits as readers of JSON take. */
final class Numbers {
    private static final int MOST_DIGITS = 30;

    private Numbers() {}

    /** The number, or null if it has more than thirty digits before or behind the point: many readers would refuse all that it stands in. */
    static BigDecimal readable(BigDecimal number) {
        boolean readable = number != null
                && number.precision() - number.scale() <= MOST_DIGITS
                && number.scale() <= MOST_DIGITS
                && number.precision() <= MOST_DIGITS;
        return readable ? number : null;
    }
}
