package org.balcao.referral.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Referral;
import org.balcao.referral.usecase.ReadReferrals.Seen;
import org.balcao.referral.usecase.TakeStep;
import org.balcao.referral.usecase.TakeStep.Request;
import org.balcao.shared.problem.ProblemType;

/** What referrals' requests have in common: versions, keys of requests that may come again, and answers that nobody keeps. */
@ApplicationScoped
class Replies {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"v(\\d{1,9})\"");
    private static final int LONGEST_KEY = 128;

    private final ObjectMapper json;
    private final Clock clock;

    Replies(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** The version that {@code If-Match} names. */
    static int version(String ifMatch) {
        if (ifMatch == null) {
            throw ProblemType.PRECONDITION_REQUIRED.at("If-Match", "is missing");
        }
        Matcher matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw ProblemType.PRECONDITION_FAILED.at("If-Match", "must be the ETag of the referral");
        }
        return Integer.parseInt(matcher.group(1));
    }

    static EntityTag tag(Referral referral) {
        return new EntityTag("v" + referral.version());
    }

    static String key(String given, boolean needed) {
        if (given == null && needed) {
            throw ProblemType.INVALID_BODY.at("Idempotency-Key", "is missing");
        }
        if (given != null && (given.isBlank() || given.length() > LONGEST_KEY)) {
            throw ProblemType.INVALID_BODY.at("Idempotency-Key", "has to have 1 to " + LONGEST_KEY + " characters");
        }
        return given;
    }

    Request request(String key, Object... said) {
        return new Request(key(key, false), fingerprint(said));
    }

    byte[] fingerprint(Object... said) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(json.writeValueAsString(said).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Response whole(Seen seen) {
        List<String> parties = words(seen.parties());
        return unkept(ReferralViews.view(
                        seen.referral(),
                        parties,
                        TakeStep.openTo(seen.parties(), seen.referral(), now()),
                        seen.legs(),
                        seen.events(),
                        seen.agreement(),
                        now()))
                .tag(tag(seen.referral()))
                .build();
    }

    Response brief(TakeStep.Taken taken) {
        return unkept(brief(taken.referral(), taken.parties()))
                .tag(tag(taken.referral()))
                .build();
    }

    ReferralViews.ReferralView brief(Referral referral, Set<Actor> parties) {
        return ReferralViews.view(
                referral, words(parties), TakeStep.openTo(parties, referral, now()), null, null, null, now());
    }

    static List<String> words(Set<Actor> parties) {
        return parties.stream().map(Actor::word).sorted().toList();
    }

    static Response.ResponseBuilder unkept(Object view) {
        return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
