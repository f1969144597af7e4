package org.balcao.directory.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.balcao.directory.model.DirectoryRecord;
import org.balcao.directory.model.Service;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.CountedPlaces.Atlas;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.HelpLine;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Records;
import org.balcao.search.ServiceSearch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Records as the bytes that are sent, made once for each version of a record, for each form, languages and day. A record whose newest
 * change is another one is made again, so nothing here is ever out of date.
 */
@ApplicationScoped
public class RenderedRecords {

    /** A record as it is sent, and the languages its texts are in. */
    record Rendered(byte[] json, Set<String> languages) {}

    private record Key(
            String form, UUID id, long version, long parts, Languages languages, String day, Around around) {}

    /**
     * What records show that their versions do not count.
     *
     * @param names the newest change of a term or a place, whose names are shown
     * @param callInstead whom to call where no contact is known
     */
    private record Around(long names, Optional<HelpLine.Line> callInstead) {}

    /** The day it is, since the beginning of a quarter of an hour: no clock in the world turns in between. */
    private record Day(Instant since, String text) {}

    private static final Logger LOG = Logger.getLogger(RenderedRecords.class);
    private static final int KEY_BYTES = 200;
    private static final ZoneId MAINLAND = ZoneId.of("Europe/Lisbon");
    private static final ZoneId AZORES = ZoneId.of("Atlantic/Azores");

    private final Records records;
    private final ServiceSearch search;
    private final CountedPlaces places;
    private final EffectiveHours hours;
    private final HelpLine helpLine;
    private final Clock clock;
    private final Cache<Key, Rendered> rendered;
    private final AtomicReference<Day> today = new AtomicReference<>(new Day(Instant.MIN, ""));

    RenderedRecords(
            Records records,
            ServiceSearch search,
            CountedPlaces places,
            EffectiveHours hours,
            HelpLine helpLine,
            Clock clock,
            @ConfigProperty(name = "balcao.rendered.bytes", defaultValue = "67108864") long bytes) {
        this.records = records;
        this.search = search;
        this.places = places;
        this.hours = hours;
        this.helpLine = helpLine;
        this.clock = clock;
        this.rendered = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((Key key, Rendered each) -> each.json().length + KEY_BYTES)
                .build();
    }

    /** Records in the order of their stamps; one that was removed a moment ago is left out. */
    <E extends DirectoryRecord> List<Rendered> of(
            Representation<E> form, List<RecordVersion> stamps, Languages wanted) {
        Languages languages = form.dependsOn(wanted);
        Instant now = clock.instant();
        String day = form.daily() ? day(now) : "";
        Around around = around();
        List<Key> keys = new ArrayList<>(stamps.size());
        for (RecordVersion stamp : stamps) {
            keys.add(new Key(form.name(), stamp.id(), stamp.version(), stamp.parts(), languages, day, around));
        }
        Map<Key, Rendered> found = rendered.getAll(keys, missing -> render(form, missing, languages, now, around));
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    private <E extends DirectoryRecord> Map<Key, Rendered> render(
            Representation<E> form, Iterable<? extends Key> missing, Languages languages, Instant now, Around around) {
        Map<UUID, Key> keys = new LinkedHashMap<>();
        missing.forEach(key -> keys.put(key.id(), key));
        Atlas atlas = places.names();
        Function<E, Rendered> show = record -> {
            RenderContext context = new RenderContext(
                    languages.tags(), languages.translations(), now, hours, atlas::find, around::callInstead);
            byte[] json = HsdsJson.bytes(form.view().apply(record, context));
            return new Rendered(json, context.used());
        };
        Map<Key, Rendered> made = new LinkedHashMap<>();
        if (form.equals(Representation.SERVICE_LISTED)) {
            search.copies(keys.keySet()).forEach((id, copy) -> {
                if (copy.newestChange == keys.get(id).version()) {
                    shownFrom(copy, form, show).ifPresent(each -> made.put(keys.remove(id), each));
                }
            });
        }
        if (!keys.isEmpty()) {
            show(form.kind(), keys.keySet(), show).forEach((id, each) -> made.put(keys.get(id), each));
        }
        return made;
    }

    /** From a copy, if it can be shown from there; else the record itself is asked. */
    private static <E extends DirectoryRecord> Optional<Rendered> shownFrom(
            Service copy, Representation<E> form, Function<E, Rendered> show) {
        try {
            return Optional.of(show.apply(form.kind().cast(copy)));
        } catch (RuntimeException failure) {
            LOG.debugf(failure, "The copy of %s cannot be shown", copy.id);
            return Optional.empty();
        }
    }

    /** Shows records together; if that fails, each by itself, so that one that cannot be shown leaves a list without itself only. */
    private <E extends DirectoryRecord> Map<UUID, Rendered> show(
            Class<E> kind, Set<UUID> ids, Function<E, Rendered> show) {
        try {
            return records.show(kind, ids, show);
        } catch (PersistenceException database) {
            throw database;
        } catch (RuntimeException failure) {
            if (ids.size() == 1) {
                throw failure;
            }
            Map<UUID, Rendered> made = new LinkedHashMap<>();
            for (UUID id : ids) {
                try {
                    made.putAll(records.show(kind, Set.of(id), show));
                } catch (PersistenceException database) {
                    throw database;
                } catch (RuntimeException unshowable) {
                    LOG.errorf(unshowable, "The record %s cannot be shown and is left out of a list", id);
                }
            }
            return made;
        }
    }

    /** What an answer with records depends on besides their versions: the day, and what they show that their versions do not count. */
    String state() {
        return day() + around();
    }

    /** What records show that their versions do not count, but the day; another text where some of it is different. */
    String surroundings() {
        return around().toString();
    }

    private Around around() {
        return new Around(places.names().seq(), helpLine.find());
    }

    /** The day it is in the country: two dates for the hour in which the islands are still in yesterday. */
    private String day() {
        return day(clock.instant());
    }

    private String day(Instant now) {
        Instant quarter = now.truncatedTo(ChronoUnit.HOURS)
                .plus(now.atOffset(ZoneOffset.UTC).getMinute() / 15 * 15L, ChronoUnit.MINUTES);
        Day held = today.get();
        if (held.since().equals(quarter)) {
            return held.text();
        }
        LocalDate mainland = LocalDate.ofInstant(quarter, MAINLAND);
        LocalDate islands = LocalDate.ofInstant(quarter, AZORES);
        Day made = new Day(quarter, mainland.equals(islands) ? mainland.toString() : mainland + "/" + islands);
        today.set(made);
        return made.text();
    }
}
