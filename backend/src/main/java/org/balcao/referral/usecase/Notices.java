package org.balcao.referral.usecase;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.balcao.access.Caller;
import org.balcao.referral.model.Actor;
import org.balcao.referral.model.Deadlines;
import org.balcao.referral.store.Outbox;
import org.balcao.referral.store.Outbox.Channel;
import org.balcao.referral.store.Outbox.Row;
import org.balcao.referral.store.Outbox.Waiting;
import org.balcao.referral.store.ReferralDatabase;
import org.balcao.referral.usecase.PersonNotices.Outcome;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Tells organizations by mail that something waits for them: how much, and nothing else. No name, no service, no number of a referral and
 * no link but the front door. A mail that does not get through is tried again later and holds nobody up.
 */
@ApplicationScoped
public class Notices {
    private static final Logger LOG = Logger.getLogger("referral.notices");
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 9;
    private static final int MOST_TRIES = 12;

    /** What happened on the other side, so that this one has to be told. */
    private static final Set<String> FOR_RECEIVER =
            Set.of("send", "answer_given", "withdraw", "void", "reminded", "person_said", "listing_withdrawn");

    private static final Set<String> FOR_SENDER = Set.of(
            "accept",
            "decline",
            "forward",
            "complete",
            "expire",
            "lapse",
            "question_asked",
            "listing_withdrawn",
            "deadline_near");

    private static final Set<String> FOR_PERSON =
            Set.of("accept", "decline", "forward", "complete", "expire", "lapse", "contact_tried", "deadline_near");

    /** The desk that accepted printed another code: the person hears of it, in case it was not they who asked. */
    private static boolean isNewCodeOfAnother(Row row) {
        return row.kind().equals("new_code") && row.actor().equals(Actor.RECEIVER.word());
    }

    private record Words(String subject, String body) {}

    private static final Map<String, Words> WORDS = Map.of(
            "pt",
            new Words(
                    "Balcão: há pedidos à espera",
                    "Tem %d pedidos por responder, %d para hoje. Há novidades. Entre em %s"),
            "en",
            new Words(
                    "Balcão: requests are waiting",
                    "You have %d requests waiting, %d due today. There is news. Sign in at %s"));

    private final ReferralDatabase database;
    private final Outbox outbox;
    private final PersonNotices persons;
    private final Mailer mailer;
    private final Clock clock;
    private final Optional<String> mailHost;
    private final String frontDoor;

    Notices(
            ReferralDatabase database,
            Outbox outbox,
            PersonNotices persons,
            Mailer mailer,
            Clock clock,
            @ConfigProperty(name = "quarkus.mailer.host") Optional<String> mailHost,
            @ConfigProperty(name = "balcao.public.url") Optional<String> publicUrl) {
        this.database = database;
        this.outbox = outbox;
        this.persons = persons;
        this.mailer = mailer;
        this.clock = clock;
        this.mailHost = mailHost;
        this.frontDoor = publicUrl.map(url -> url + "/desk").orElse("Balcão");
    }

    @Scheduled(every = "{balcao.referral.clock}", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            tell();
        } catch (RuntimeException away) {
            LOG.warnf("Notices wait for the next time: %s", away.getClass().getSimpleName());
        }
    }

    /** Tells what is due. One mail for an organization, however much happened. */
    public void tell() {
        Instant now = clock.instant();
        while (database.asClock(handle -> tellSome(handle, now))) {
            // each round is a transaction of its own
        }
    }

    private boolean tellSome(Handle handle, Instant now) {
        List<Row> due = outbox.due(handle, now);
        Map<UUID, Boolean> told = new HashMap<>();
        for (Row row : due) {
            boolean through = row.organizationsTold();
            if (!through) {
                through = true;
                for (UUID organization : mailHost.isEmpty() ? List.<UUID>of() : audience(row)) {
                    through &= told.computeIfAbsent(organization, each -> tell(handle, each, now));
                }
            }
            Outcome person = FOR_PERSON.contains(row.kind()) && !row.actor().equals(Actor.PERSON.word())
                            || isNewCodeOfAnother(row)
                    ? persons.tell(handle, row.chainId(), now)
                    : Outcome.DONE;
            settle(handle, row, through, person, now);
        }
        return !due.isEmpty();
    }

    private void settle(Handle handle, Row row, boolean organizations, Outcome person, Instant now) {
        boolean through = organizations && person.through();
        if (row.tries() >= MOST_TRIES || (through && person.notBefore() == null)) {
            outbox.done(handle, row, now);
            return;
        }
        if (organizations && !row.organizationsTold()) {
            outbox.organizationsTold(handle, row, now);
        }
        if (through) {
            outbox.postpone(handle, row, person.notBefore());
        } else {
            outbox.later(handle, row, now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(row.tries(), MOST_DOUBLINGS))));
        }
    }

    /** @return false if it has to be tried again; who set no address is told by the desk's own page */
    private boolean tell(Handle handle, UUID organization, Instant now) {
        return outbox.channel(handle, organization)
                .map(channel -> mail(handle, channel, now))
                .orElse(true);
    }

    private boolean mail(Handle handle, Channel channel, Instant now) {
        Instant endOfDay = LocalDate.ofInstant(now, Deadlines.HERE)
                .plusDays(1)
                .atStartOfDay(Deadlines.HERE)
                .toInstant();
        Waiting waiting = outbox.waiting(handle, channel.organizationId(), endOfDay);
        Words words = WORDS.getOrDefault(channel.language(), WORDS.get("pt"));
        try {
            mailer.send(Mail.withText(
                    channel.email(),
                    words.subject(),
                    words.body().formatted(waiting.waiting(), waiting.dueToday(), frontDoor)));
            return true;
        } catch (RuntimeException away) {
            LOG.warnf("A notice did not get through: %s", away.getClass().getSimpleName());
            return false;
        }
    }

    private static List<UUID> audience(Row row) {
        List<UUID> told = new ArrayList<>();
        if (FOR_RECEIVER.contains(row.kind()) && !row.actor().equals(Actor.RECEIVER.word())) {
            told.add(row.receiverOrg());
        }
        if (row.senderOrg() != null
                && FOR_SENDER.contains(row.kind())
                && !row.actor().equals(Actor.SENDER.word())) {
            told.add(row.senderOrg());
        }
        return told;
    }

    /** Where the caller's organization is told that something waits; null stops it. */
    public void tellAt(Caller caller, String email, String language) {
        database.asOrganization(caller.organization(), handle -> {
            if (email == null) {
                outbox.remove(handle, caller.organization());
            } else {
                outbox.set(handle, new Channel(caller.organization(), email, language));
            }
            return null;
        });
    }
}
