package org.balcao.referral.usecase;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.model.Reach;
import org.balcao.referral.store.Reaches;
import org.balcao.referral.store.Reaches.Kept;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Tells people that there is news of their request, if they agreed to it: in their language, without a name, a service or a link, and once in
 * twenty hours at most. What the news is they see with the code on paper.
 */
@ApplicationScoped
class PersonNotices {
    private static final Logger LOG = Logger.getLogger("referral.notices");
    private static final String WORDS = "/referral/notice-to-person.yaml";
    private static final String SOURCE = "pt";
    private static final Duration AT_MOST_EVERY = Duration.ofHours(20);

    /** What became of it: nothing more to do, to be tried again, or not before a moment. */
    record Outcome(boolean through, Instant notBefore) {
        static final Outcome DONE = new Outcome(true, null);
        static final Outcome AGAIN = new Outcome(false, null);

        static Outcome notBefore(Instant moment) {
            return new Outcome(true, moment);
        }
    }

    private record Words(boolean reviewed, String subject, String text) {}

    private final Reaches reaches;
    private final Mailer mailer;
    private final Sms sms;
    private final boolean mails;
    private final Map<String, Words> words;

    PersonNotices(
            Reaches reaches,
            Mailer mailer,
            Sms sms,
            @ConfigProperty(name = "quarkus.mailer.host") Optional<String> mailHost) {
        this.reaches = reaches;
        this.mailer = mailer;
        this.sms = sms;
        this.mails = mailHost.isPresent();
        try (InputStream content = PersonNotices.class.getResourceAsStream(WORDS)) {
            words = JsonMapper.builder(new YAMLFactory()).build().readValue(content, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whatever hinders one notice, another is not hindered by it. */
    Outcome tell(Handle handle, UUID chain, Instant now) {
        try {
            Optional<Kept> kept = reaches.find(handle, chain, LocalDate.ofInstant(now, Deadlines.HERE))
                    .filter(each -> each.reach().channel().equals("phone") ? sms.isOn() : mails);
            if (kept.isEmpty()) {
                return Outcome.DONE;
            }
            Instant last = kept.get().toldAt();
            if (last != null && now.isBefore(last.plus(AT_MOST_EVERY))) {
                return Outcome.notBefore(last.plus(AT_MOST_EVERY));
            }
            send(kept.get().reach());
        } catch (RuntimeException away) {
            LOG.warnf("A notice did not get through: %s", away.getClass().getSimpleName());
            return Outcome.AGAIN;
        }
        reaches.told(handle, chain, now);
        return Outcome.DONE;
    }

    private void send(Reach reach) {
        Words said = words.getOrDefault(reach.language(), words.get(SOURCE));
        if (reach.channel().equals("phone")) {
            sms.send(reach.contact(), said.text());
        } else {
            mailer.send(Mail.withText(reach.contact(), said.subject(), said.text()));
        }
    }
}
