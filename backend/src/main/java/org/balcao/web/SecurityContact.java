package org.balcao.web;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.balcao.shared.PublicUrl;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whom to tell of a weakness, at {@code /.well-known/security.txt} (RFC 9116), as whoever runs the product says. Without a contact there is no
 * such file: an address that nobody reads would be worse than none.
 */
@ApplicationScoped
class SecurityContact {
    /** How long what is told is good for, if nobody says until when. RFC 9116 advises less than a year. */
    static final Duration GOOD_FOR = Duration.ofDays(180);

    private static final Set<String> SCHEMES = Set.of("mailto", "https", "tel");

    private final List<String> contacts;
    private final Optional<LocalDate> until;
    private final Optional<String> policy;
    private final PublicUrl publicUrl;
    private final Clock clock;

    SecurityContact(
            @ConfigProperty(name = "balcao.security.contact") Optional<List<String>> contacts,
            @ConfigProperty(name = "balcao.security.contact-until") Optional<LocalDate> until,
            @ConfigProperty(name = "balcao.security.policy") Optional<String> policy,
            PublicUrl publicUrl,
            Clock clock) {
        this.contacts = contacts.orElse(List.of()).stream()
                .map(each -> checked("BALCAO_SECURITY_CONTACT", each, SCHEMES))
                .toList();
        this.until = until;
        this.policy = policy.map(each -> checked("BALCAO_SECURITY_POLICY", each, Set.of("https")));
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    void route(@Observes Router router) {
        router.route("/.well-known/security.txt")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(9)
                .handler(this::answer);
    }

    private void answer(RoutingContext request) {
        if (contacts.isEmpty()) {
            request.fail(404);
            return;
        }
        request.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .end(text());
    }

    String text() {
        var lines = new StringBuilder();
        contacts.forEach(contact -> lines.append("Contact: ").append(contact).append('\n'));
        lines.append("Expires: ").append(expires()).append('\n');
        policy.ifPresent(page -> lines.append("Policy: ").append(page).append('\n'));
        lines.append("Preferred-Languages: pt, en\n");
        publicUrl
                .said()
                .ifPresent(top -> lines.append("Canonical: ").append(top).append("/.well-known/security.txt\n"));
        return lines.toString();
    }

    /** Written with seconds, as RFC 3339 wants it. */
    private Instant expires() {
        return until.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseGet(() -> clock.instant().plus(GOOD_FOR).truncatedTo(ChronoUnit.DAYS));
    }

    private static String checked(String name, String address, Set<String> schemes) {
        try {
            URI read = URI.create(address.strip());
            if (read.getScheme() != null
                    && schemes.contains(read.getScheme())
                    && read.getSchemeSpecificPart().length() > 2) {
                return read.toString();
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new ConfigurationException(name
                + " must be an address such as mailto:security@balcao.example or https://balcao.example/security; not '"
                + address + "'");
    }
}
