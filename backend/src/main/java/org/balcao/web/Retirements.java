package org.balcao.web;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.time.Instant;
import java.util.Map;

/** Parts of the API that will go, by any name: {@code balcao.retiring.NAME.path}, {@code .since}, {@code .until}, {@code .link}. */
@StaticInitSafe
@ConfigMapping(prefix = "balcao.retiring")
interface Retirements {
    @WithParentName
    Map<String, Retirement> all();

    /** One of them, with what is below it. */
    interface Retirement {
        /** Such as {@code /api/intakes}. */
        String path();

        /** Since when nobody should begin to use it. */
        Instant since();

        /** When it will be gone: a year later at least. */
        Instant until();

        /** Where it says what to use instead. */
        String link();
    }
}
