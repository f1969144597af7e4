package org.balcao.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.balcao.directory.store.ConfidenceLevels;
import org.balcao.directory.store.Near;

/**
 * One thing that a service must fulfil to be in a list. Each kind is described here once. The search index and PostgreSQL each interpret
 * it in a {@code switch} over all kinds, so a new kind that one of them forgets does not compile.
 */
public sealed interface ServiceFilter {

    /** It has one of these statuses of HSDS. */
    record Statuses(List<String> any) implements ServiceFilter {
        public Statuses {
            any = List.copyOf(any);
        }
    }

    /** It has some term of one of these taxonomies. */
    record Taxonomies(List<UUID> any) implements ServiceFilter {
        public Taxonomies {
            any = List.copyOf(any);
        }
    }

    /**
     * It has one of these terms, or a narrower one. The terms of each taxonomy are a filter of their own, so that a need and an audience
     * both have to hold.
     *
     * @param any ids or codes of terms
     */
    record Terms(List<String> any) implements ServiceFilter {
        public Terms {
            any = List.copyOf(any);
        }

        /** The name of the filter that the terms of one taxonomy are. */
        public static String of(UUID taxonomy) {
            return TERMS + " of " + taxonomy;
        }
    }

    /** One of these organizations gives it. */
    record Organizations(List<UUID> any) implements ServiceFilter {
        public Organizations {
            any = List.copyOf(any);
        }
    }

    /** It changed at this moment or later. */
    record ModifiedAfter(Instant moment) implements ServiceFilter {}

    /** Somebody checked it on this day or later. */
    record CheckedSince(LocalDate day) implements ServiceFilter {}

    /** We are as sure of it as this, or surer. */
    record ConfidenceAtLeast(String level) implements ServiceFilter {

        /** The levels that are enough. */
        public List<String> levels() {
            return ConfidenceLevels.atLeast(level);
        }
    }

    /** Somebody there speaks one of these languages. */
    record Languages(List<String> any) implements ServiceFilter {
        public Languages {
            any = List.copyOf(any);
        }
    }

    /** It is given in one of these ways: in person, by phone, online. */
    record DeliveryModes(List<String> any) implements ServiceFilter {
        public DeliveryModes {
            any = List.copyOf(any);
        }
    }

    /** It costs nothing, or something. */
    record Free(boolean value) implements ServiceFilter {}

    /** It has interpreters, or none. */
    record Interpreter(boolean value) implements ServiceFilter {}

    /** Some place where it is given says how accessible it is, or none does. */
    record Accessible(boolean value) implements ServiceFilter {}

    /** It is given at some one-stop centre, or at none. */
    record AtOneStopCentre(boolean value) implements ServiceFilter {}

    /** It is for people of this age and older. */
    record MinimumAge(double years) implements ServiceFilter {}

    /** It is for people of this age and younger. */
    record MaximumAge(double years) implements ServiceFilter {}

    /** It takes a person of this age. */
    record Age(double years) implements ServiceFilter {}

    /** It has a schedule on one of these days, within these times; null or empty is not asked. Only PostgreSQL knows schedules. */
    record Scheduled(LocalTime opensFrom, LocalTime closesBy, List<DayOfWeek> days) implements ServiceFilter {
        public Scheduled {
            days = List.copyOf(days);
        }
    }

    /** It has an open door at this moment. */
    record OpenAt(Instant moment) implements ServiceFilter {}

    /** It is given in one of these places, is for people there, or for the whole country. */
    record Places(List<String> codes) implements ServiceFilter {
        public Places {
            codes = List.copyOf(codes);
        }
    }

    /** It is given no farther away than this. */
    record WithinRadius(Near near) implements ServiceFilter {}

    /** It is not closed for good: words do not find what is. */
    record NotClosedForGood() implements ServiceFilter {}

    /** Somebody has looked at it within a year: who looks for help is not sent to what nobody looks after. */
    record LookedAfter() implements ServiceFilter {}

    /** What all filters of terms are called. */
    String TERMS = "taxonomy_term_id";

    /** The name of the query parameter that asks it, by which a count or a search with one filter less leaves it out. */
    default String parameter() {
        return switch (this) {
            case Statuses statuses -> "status";
            case Taxonomies taxonomies -> "taxonomy_id";
            case Terms terms -> TERMS;
            case Organizations organizations -> "organization_id";
            case ModifiedAfter modified -> "modified_after";
            case CheckedSince checked -> "checked_since";
            case ConfidenceAtLeast confidence -> "confidence";
            case Languages languages -> "language";
            case DeliveryModes modes -> "delivery_mode";
            case Free free -> "free";
            case Interpreter interpreter -> "interpreter";
            case Accessible accessible -> "accessible";
            case AtOneStopCentre centre -> "one_stop_centre";
            case MinimumAge least -> "minimum_age";
            case MaximumAge most -> "maximum_age";
            case Age age -> "age";
            case Scheduled scheduled -> "schedule";
            case OpenAt open -> "open_at";
            case Places places -> "place";
            case WithinRadius within -> "radius";
            case NotClosedForGood open -> "status";
            case LookedAfter lookedAfter -> "freshness";
        };
    }
}
