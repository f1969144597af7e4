package org.balcao.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The operator's OpenID provider, as the page needs it to sign people in by authorization code with PKCE (RFC 6749, RFC 7636). The page goes there
 * to sign in and asks for tokens through us, so that it never makes a request to another host itself.
 */
@ApplicationScoped
public class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    /** What of OpenID Connect Discovery 1.0 is used. */
    public record Endpoints(String issuer, URI authorization, URI token, URI endSession) {}

    /** What the provider said, for the page to read. */
    public record Reply(int status, String json) {}

    private record Known(Endpoints endpoints, Instant until) {}

    private final String mode;
    private final Optional<String> issuer;
    private final String client;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile Known known;

    Provider(
            @ConfigProperty(name = SignInSource.MODE) String mode,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "balcao.sign-in.client") String client,
            ObjectMapper json,
            Clock clock) {
        this.mode = mode;
        this.issuer = issuer;
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    /** The page's name at the provider. */
    public String client() {
        return client;
    }

    /**
     * Nothing where tokens do not come from a provider.
     *
     * @throws UncheckedIOException if it does not answer
     */
    public Optional<Endpoints> endpoints() {
        if (!mode.equals("provider")) {
            return Optional.empty();
        }
        Known last = known;
        if (last == null || clock.instant().isAfter(last.until())) {
            last = new Known(discover(issuer.orElseThrow()), clock.instant().plus(KNOWN_FOR));
            known = last;
        }
        return Optional.of(last.endpoints());
    }

    private Endpoints discover(String from) {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(from.replaceAll("/$", "") + "/.well-known/openid-configuration")));
        try {
            JsonNode found = json.readTree(answer.body());
            return new Endpoints(
                    found.path("issuer").asText(),
                    URI.create(found.path("authorization_endpoint").asText()),
                    URI.create(found.path("token_endpoint").asText()),
                    URI.create(found.path("end_session_endpoint").asText()));
        } catch (IOException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    /**
     * Asks for tokens as the page (RFC 6749, sections 4.1.3 and 6).
     *
     * @param form without the client's name
     * @throws UncheckedIOException if the provider does not answer
     */
    public Reply exchange(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&", "client_id=" + encoded(client) + "&", ""));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(endpoints().orElseThrow().token())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
        return new Reply(answer.statusCode(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped while the identity provider was asked", stopped));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
