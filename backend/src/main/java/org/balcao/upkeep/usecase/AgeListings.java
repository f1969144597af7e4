package org.balcao.upkeep.usecase;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.sync.store.SyncDatabase;
import org.balcao.upkeep.store.Ages;
import org.balcao.upkeep.store.Ages.Step;
import org.balcao.upkeep.store.Ages.Told;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Lets listings age that nobody confirms. Each step is first told to whose listing it is, by mail where a mail server and an address are known, else by
 * their page, and taken thirty days later at the earliest. A mail names the listings, which everybody may see, and nothing else.
 */
@ApplicationScoped
public class AgeListings {
    private static final Logger LOG = Logger.getLogger("upkeep.ageing");
    private static final ZoneId HERE = ZoneId.of("Europe/Lisbon");
    private static final int ORGANIZATIONS = 50;
    private static final int AT_ONCE = 500;
    private static final int NAMED = 30;
    private static final int YEARS_KEPT = 2;
    private static final String BY_MAIL = "mail";
    private static final String BY_PAGE = "page";
    private static final String SUBJECT = "Balcão: confirme o que está na lista";
    private static final String BODY = """
            Há muito tempo que ninguém confirma estes serviços. Se nada for feito:

            %s
            Se está tudo certo, basta um clique: %s
            """;
    private static final Map<String, String> BECOMES = Map.of(
            "ageing", "fica marcado como não confirmado",
            "stale", "passa para o fim das listas",
            "hidden", "deixa de aparecer na pesquisa");

    private final SyncDatabase database;
    private final Ages ages;
    private final Mailer mailer;
    private final Clock clock;
    private final Optional<String> mailHost;
    private final String page;

    AgeListings(
            SyncDatabase database,
            Ages ages,
            Mailer mailer,
            Clock clock,
            @ConfigProperty(name = "quarkus.mailer.host") Optional<String> mailHost,
            @ConfigProperty(name = "balcao.public.url") Optional<String> publicUrl) {
        this.database = database;
        this.ages = ages;
        this.mailer = mailer;
        this.clock = clock;
        this.mailHost = mailHost;
        this.page = publicUrl.orElse("") + "/pt/desk/upkeep";
    }

    @Scheduled(
            every = "{balcao.upkeep.every}",
            delayed = "{balcao.upkeep.after}",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        try {
            age();
        } catch (RuntimeException away) {
            LOG.warnf("Listings age later: %s", away.getClass().getSimpleName());
        }
    }

    /** Notes what is to come, tells it, and does what was told in time. */
    public void age() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LocalDate.ofInstant(now, HERE);
        while (database.call(handle -> ages.take(handle, today, now, AT_ONCE)) == AT_ONCE) {
            // each round is a transaction of its own
        }
        database.atLength(handle -> ages.foresee(handle, today));
        UUID last = null;
        List<Told> some;
        do {
            UUID after = last;
            some = database.call(handle -> ages.untold(handle, after, ORGANIZATIONS));
            for (Told organization : some) {
                database.call(handle -> tell(handle, organization, now));
                last = organization.organizationId();
            }
        } while (some.size() == ORGANIZATIONS);
        database.call(handle ->
                ages.forget(handle, now.atZone(HERE).minusYears(YEARS_KEPT).toInstant()));
    }

    private boolean tell(Handle handle, Told organization, Instant now) {
        List<Step> steps = ages.toTell(handle, organization.organizationId());
        if (steps.isEmpty()) {
            return false;
        }
        if (mailHost.isEmpty() || organization.email() == null) {
            ages.told(handle, organization.organizationId(), BY_PAGE, now);
            return true;
        }
        try {
            mailer.send(Mail.withText(organization.email(), SUBJECT, BODY.formatted(words(steps, now), page)));
            ages.told(handle, organization.organizationId(), BY_MAIL, now);
        } catch (RuntimeException away) {
            LOG.warnf(
                    "A notice of ageing listings did not get through: %s",
                    away.getClass().getSimpleName());
            ages.notTold(handle, organization.organizationId(), now);
        }
        return true;
    }

    private static String words(List<Step> steps, Instant now) {
        LocalDate earliest = Step.earliest(LocalDate.ofInstant(now, HERE));
        String named = steps.stream()
                .limit(NAMED)
                .map(each -> "- %s: a partir de %s %s%n"
                        .formatted(
                                each.name(),
                                each.due().isBefore(earliest) ? earliest : each.due(),
                                BECOMES.get(each.step())))
                .collect(Collectors.joining());
        return steps.size() > NAMED ? named + "- e mais %d%n".formatted(steps.size() - NAMED) : named;
    }
}
