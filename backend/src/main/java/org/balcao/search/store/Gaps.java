package org.balcao.search.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/**
 * Counts searches that found nothing. What was typed stays in memory, without who typed it, until it was typed {@link #SEEN_OFTEN} times;
 * only then is it written down. What has many digits, as numbers of telephones and papers have, is never kept.
 */
@ApplicationScoped
class Gaps {

    /** How often a text was searched for on a day, and found nothing. */
    record Gap(LocalDate day, String text, long times) {}

    static final int SEEN_OFTEN = 20;

    private static final Logger LOG = Logger.getLogger("search");
    private static final ZoneId COUNTRY = ZoneId.of("Europe/Lisbon");
    private static final int MOST_TEXTS = 20_000;
    private static final Duration LONGEST_HELD = Duration.ofDays(30);
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("(\\d\\W*){5}");

    /** How often a text was seen, and how many of those times are written down. */
    private static final class Seen {
        private long times;
        private long written;
    }

    private final DataSource database;
    private final Clock clock;
    private final Cache<String, Seen> seen = Caffeine.newBuilder()
            .maximumSize(MOST_TEXTS)
            .expireAfterAccess(LONGEST_HELD)
            .build();
    private long all;

    Gaps(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    synchronized void count(String typed) {
        all++;
        String text = SPACES.matcher(typed.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        if (!NUMBER.matcher(text).find()) {
            seen.get(text, each -> new Seen()).times++;
        }
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void keep() {
        try {
            write();
        } catch (JDBCException away) {
            LOG.debug("Searches that found nothing could not be counted yet", away);
        }
    }

    void onStop(@Observes ShutdownEvent stop) {
        keep();
    }

    /** Brings to the database what may be there; what could not be written is tried again. */
    synchronized void write() {
        Map<String, Long> due = new LinkedHashMap<>();
        if (all > 0) {
            due.put("", all);
        }
        seen.asMap().forEach((text, each) -> {
            if (each.times >= SEEN_OFTEN && each.times > each.written) {
                due.put(text, each.times - each.written);
            }
        });
        if (due.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), COUNTRY);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        insert into search.gap (day, text, times)
                        select ?, text, times from unnest(?, ?) as due (text, times)
                        on conflict (day, text) do update set times = gap.times + excluded.times""")) {
            statement.setObject(1, today);
            statement.setArray(2, connection.createArrayOf("text", due.keySet().toArray()));
            statement.setArray(
                    3, connection.createArrayOf("bigint", due.values().toArray()));
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new JDBCException("Searches that found nothing could not be written", failed);
        }
        all = 0;
        seen.asMap().values().forEach(each -> {
            if (each.times >= SEEN_OFTEN) {
                each.written = each.times;
            }
        });
    }

    /** What was not found since a day, the most often searched first within each day; texts together first. */
    List<Gap> since(LocalDate day) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "select day, text, times from search.gap where day >= ? order by day, text <> '', times desc, text")) {
            statement.setObject(1, day);
            List<Gap> gaps = new ArrayList<>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    gaps.add(new Gap(rows.getObject(1, LocalDate.class), rows.getString(2), rows.getLong(3)));
                }
            }
            return gaps;
        } catch (SQLException failed) {
            throw new JDBCException("Searches that found nothing cannot be read", failed);
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), COUNTRY);
    }
}
