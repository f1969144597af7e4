package org.balcao.access;

import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.shared.StableId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Invented people at real organizations, with whom everything can be tried out while the program runs on a database of its own. None
 * of these organizations was asked, none is told anything, and nobody here exists.
 */
@ApplicationScoped
public class SampleCast {
    /** @param organization the id of an organization of the directory, or null */
    public record Person(String id, String name, String role, UUID organization, Set<String> scopes) {
        public Person {
            scopes = Set.copyOf(scopes);
        }
    }

    private static final Duration A_WORKING_DAY = Duration.ofHours(8);

    private static final List<Person> PEOPLE = List.of(
            person("amina", "Amina (mediadora)", Role.MEDIATOR, "aima"),
            person("ines", "Inês (mediadora)", Role.MEDIATOR, "aima"),
            person("bruno", "Bruno (Conselho Português para os Refugiados)", Role.PARTNER_EDITOR, "cpr", Caller.SEND),
            person("clara", "Clara (Serviço Jesuíta aos Refugiados)", Role.PARTNER_EDITOR, "jrs", Caller.SEND),
            person("duarte", "Duarte (Segurança Social)", Role.PARTNER_EDITOR, "iss"),
            person(
                    "sistema-cpr",
                    "Sistema do CPR",
                    Role.PARTNER_CLIENT,
                    "cpr",
                    Caller.READ,
                    Caller.WRITE,
                    Caller.PUBLISH),
            person("elisa", "Elisa (equipa nacional, dados)", Role.NATIONAL_EDITOR, null),
            person("helena", "Helena (equipa nacional, dados)", Role.NATIONAL_EDITOR, null),
            person("filipe", "Filipe (equipa nacional, acessos)", Role.NATIONAL_ADMIN, null),
            person("graca", "Graça (proteção de dados)", Role.AUDITOR, null));

    private final Clock clock;
    private final boolean allowed;

    SampleCast(Clock clock, @ConfigProperty(name = SignInSource.MODE) String mode) {
        this.clock = clock;
        this.allowed = mode.equals("development");
    }

    private static Person person(String id, String name, String role, String organization, String... scopes) {
        return new Person(
                id,
                name,
                role,
                organization == null ? null : StableId.of("portugal", "organization", organization),
                Set.of(scopes));
    }

    /** Nobody, where tokens come from an identity provider. */
    public List<Person> people() {
        return allowed ? PEOPLE : List.of();
    }

    public Optional<Person> person(String id) {
        return people().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** A token as an identity provider would issue it. */
    public String token(Person person) {
        Instant now = clock.instant();
        var claims = Jwt.issuer(DevelopmentKey.ISSUER)
                .audience("balcao")
                .subject(person.id())
                .groups(person.role())
                .claim("scope", String.join(" ", person.scopes()))
                .issuedAt(now)
                .expiresAt(now.plus(A_WORKING_DAY));
        if (person.organization() != null) {
            claims.claim("org", person.organization().toString());
        }
        return claims.sign(DevelopmentKey.privateKey());
    }

    /** How long a token is valid. */
    public static Duration validity() {
        return A_WORKING_DAY;
    }
}
