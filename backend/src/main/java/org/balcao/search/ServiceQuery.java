package org.balcao.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.balcao.directory.store.Near;
import org.balcao.search.ServiceFilter.LookedAfter;
import org.balcao.search.ServiceFilter.NotClosedForGood;
import org.balcao.search.ServiceFilter.OpenAt;
import org.balcao.search.ServiceFilter.Places;
import org.balcao.search.ServiceFilter.Scheduled;
import org.balcao.search.ServiceFilter.Statuses;
import org.balcao.search.ServiceFilter.Terms;
import org.balcao.search.ServiceFilter.WithinRadius;

/**
 * What a reader asks of the services.
 *
 * @param search the words typed, or null
 * @param asked the filters asked for; every one has to hold
 * @param near where distances are measured from, or null
 * @param foldsPrograms whether branches of programs are to stand behind the entries of their programs
 */
public record ServiceQuery(String search, List<ServiceFilter> asked, Near near, Order order, boolean foldsPrograms) {

    /** The order of a list; equals are in the order of entry. */
    public enum Order {
        RELEVANCE,
        DISTANCE,
        /** Open now first, then by when it opens next. */
        OPENING,
        /** Changed last first. */
        MODIFIED,
        ENTRY
    }

    public ServiceQuery {
        asked = List.copyOf(asked);
    }

    /** A query that lists each service by itself. */
    public ServiceQuery(String search, List<ServiceFilter> asked, Near near, Order order) {
        this(search, asked, near, order, false);
    }

    /** Every filter that has to hold: those asked for, and those that follow from what is asked. */
    public List<ServiceFilter> filters() {
        List<ServiceFilter> filters = new ArrayList<>(asked);
        if (near != null && near.radius() != null) {
            filters.add(new WithinRadius(near));
        }
        if (searches() && !asks(Statuses.class)) {
            filters.add(new NotClosedForGood());
        }
        if (looksForHelp()) {
            filters.add(new LookedAfter());
        }
        return List.copyOf(filters);
    }

    private <F extends ServiceFilter> Optional<F> find(Class<F> kind) {
        return asked.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Whether a filter of this kind is asked for. */
    public boolean asks(Class<? extends ServiceFilter> kind) {
        return find(kind).isPresent();
    }

    /** The codes of the places that are chosen. */
    public List<String> places() {
        return find(Places.class).map(Places::codes).orElse(List.of());
    }

    /** The moment to be open at, or null. */
    public Instant openAt() {
        return find(OpenAt.class).map(OpenAt::moment).orElse(null);
    }

    /** The same, asked for another moment to be open at, or for none if that is null. */
    public ServiceQuery openingAt(Instant moment) {
        Stream<ServiceFilter> others = asked.stream().filter(each -> !(each instanceof OpenAt));
        Stream<ServiceFilter> open = Stream.ofNullable(moment).map(OpenAt::new);
        return new ServiceQuery(search, Stream.concat(others, open).toList(), near, order, foldsPrograms);
    }

    /** Whether branches stand behind entries as far as filters say: whoever names a place is shown what is there. Words may name one too. */
    public boolean folds() {
        return foldsPrograms && near == null && !asks(Places.class);
    }

    /** The same, with each service by itself. */
    public ServiceQuery unfolded() {
        return new ServiceQuery(search, asked, near, order, false);
    }

    /** The same without the words typed. */
    public ServiceQuery withoutWords() {
        return new ServiceQuery(null, asked, near, order, foldsPrograms);
    }

    public boolean searches() {
        return search != null && !search.isBlank();
    }

    /** Whether somebody looks for help by it, and not for a list of what there is: that one has what nobody looks after too, and says so. */
    public boolean looksForHelp() {
        return order != Order.ENTRY
                && (searches() || asks(Terms.class) || near != null || asks(Places.class) || asks(OpenAt.class));
    }

    /** Whether it asks for the hours of a schedule, which PostgreSQL knows. */
    public boolean asksForHours() {
        return asks(Scheduled.class);
    }
}
