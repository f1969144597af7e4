package org.balcao.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import org.balcao.web.Retirements.Retirement;

/** Tells whoever uses what will go: {@code Deprecation} (RFC 9745), {@code Sunset} (RFC 8594), and a link to what to use instead. */
@ApplicationScoped
class RetirementHeaders {
    private static final int AFTER_LIMITS = 8_000;
    private static final Duration NOTICE = Duration.ofDays(365);

    private final Collection<Retirement> retiring;

    RetirementHeaders(Retirements retirements) {
        retiring = List.copyOf(retirements.all().values());
        for (Retirement each : retiring) {
            if (each.until().isBefore(each.since().plus(NOTICE))) {
                throw new ConfigurationException(
                        "balcao.retiring: " + each.path() + " goes less than a year after it is told");
            }
        }
    }

    void register(@Observes Filters filters) {
        if (!retiring.isEmpty()) {
            filters.register(this::tell, AFTER_LIMITS);
        }
    }

    private void tell(RoutingContext request) {
        String path = request.normalizedPath();
        for (Retirement each : retiring) {
            if (path.equals(each.path()) || path.startsWith(each.path() + "/")) {
                request.response()
                        .putHeader("Deprecation", "@" + each.since().getEpochSecond())
                        .putHeader(
                                "Sunset",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        each.until().atOffset(ZoneOffset.UTC)))
                        .putHeader("Link", "<" + each.link() + ">; rel=\"deprecation\"; type=\"text/html\"");
            }
        }
        request.next();
    }
}
