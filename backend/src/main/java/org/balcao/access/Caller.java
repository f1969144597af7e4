package org.balcao.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request, as a token says.
 *
 * @param subject the person's or program's opaque id at the identity provider
 * @param role the one role
 * @param organization the tenant: the id of an organization of the directory; null for national roles
 * @param scopes what else the token allows, such as {@code referral:send}
 */
public record Caller(String subject, String role, UUID organization, Set<String> scopes) {
    /** May send referrals. */
    public static final String SEND = "referral:send";

    /** A partner's system may read referrals. */
    public static final String READ = "referral:read";

    /** A partner's system may answer referrals. */
    public static final String WRITE = "referral:write";

    /** A partner's system may publish listings. */
    public static final String PUBLISH = "listing:write";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean mayRead() {
        return !Role.PARTNER_CLIENT.equals(role) || scopes.contains(READ);
    }

    public boolean mayAnswer() {
        return !Role.PARTNER_CLIENT.equals(role) || scopes.contains(WRITE);
    }

    /** May say what an organization offers: its own, or of the national team anybody's. */
    public boolean mayPublish() {
        return switch (role) {
            case Role.NATIONAL_EDITOR -> true;
            case Role.PARTNER_EDITOR -> organization != null;
            case Role.PARTNER_CLIENT -> organization != null && scopes.contains(PUBLISH);
            default -> false;
        };
    }

    public boolean maySend() {
        return Role.MEDIATOR.equals(role) || scopes.contains(SEND);
    }
}
