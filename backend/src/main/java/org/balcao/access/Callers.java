package org.balcao.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads who makes the request from its token. */
@RequestScoped
public class Callers {
    private static final List<String> ROLES = List.of(
            Role.MEDIATOR,
            Role.PARTNER_EDITOR,
            Role.PARTNER_CLIENT,
            Role.NATIONAL_EDITOR,
            Role.NATIONAL_ADMIN,
            Role.AUDITOR);

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Callers(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** @throws ForbiddenException if the token has not exactly one role */
    public Caller caller() {
        List<String> roles = ROLES.stream().filter(identity::hasRole).toList();
        if (roles.size() != 1 || token.getSubject() == null) {
            throw new ForbiddenException();
        }
        return new Caller(token.getSubject(), roles.getFirst(), organization(), scopes());
    }

    /** A caller who belongs to an organization. */
    public Caller member() {
        Caller caller = caller();
        if (caller.organization() == null) {
            throw new ForbiddenException();
        }
        return caller;
    }

    /** A caller who may say what an organization offers: a partner its own, the national team anybody's. */
    public Caller publisher() {
        Caller caller = caller();
        if (!caller.mayPublish()) {
            throw new ForbiddenException();
        }
        return caller;
    }

    private UUID organization() {
        try {
            String organization = text("org");
            return organization == null ? null : UUID.fromString(organization);
        } catch (IllegalArgumentException malformed) {
            throw new ForbiddenException(malformed);
        }
    }

    private Set<String> scopes() {
        String scope = text("scope");
        return scope == null ? Set.of() : Set.copyOf(Arrays.asList(scope.strip().split(" +")));
    }

    /** @throws ForbiddenException if the token says something there that is no text */
    private String text(String claim) {
        Object said = token.getClaim(claim);
        return switch (said) {
            case null -> null;
            case String text -> text;
            case JsonString text -> text.getString();
            default -> throw new ForbiddenException();
        };
    }
}
