package org.balcao.eligibility.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.balcao.eligibility.engine.Assessment.Change;
import org.balcao.eligibility.engine.Assessment.Judged;
import org.balcao.eligibility.engine.Assessment.Role;
import org.balcao.eligibility.engine.Assessment.Span;
import org.balcao.eligibility.engine.Expression.Criterion;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;

/** Asks the rules about a person: the outcome, the reasons, what is missing and what to ask next. */
public final class Assessor {

    private static final int MOST_CHANGES = 4;

    private Assessor() {}

    /** What comes out, with nothing else worked out and nothing allocated. */
    public static Outcome outcome(Programme programme, Answers answers, int asOf) {
        Outcome merged = null;
        for (Version version : programme.versions()) {
            if (counts(version, answers, asOf)) {
                Outcome outcome = outcome(version, answers, asOf);
                merged = merged == null || merged == outcome ? outcome : Outcome.NOT_KNOWN;
            }
        }
        return merged == null ? Outcome.NOT_KNOWN : merged;
    }

    private static boolean counts(Version version, Answers answers, int asOf) {
        long first = version.anchor() < 0 ? asOf : answers.low[version.anchor()];
        long last = version.anchor() < 0 ? asOf : answers.high[version.anchor()];
        return version.from() <= last && first <= version.to();
    }

    private static Outcome outcome(Version version, Answers answers, int asOf) {
        Expression when = version.when();
        int verdict = when.verdict(answers, asOf, 0);
        if (verdict != Verdict.OPEN
                && version.disputed()
                && when.verdict(answers, asOf, Expression.DISPUTED_OPEN) != verdict) {
            return Outcome.DISPUTED;
        }
        if (verdict == Verdict.YES) {
            return lasting(version, answers, asOf);
        }
        if (verdict == Verdict.NO) {
            if (when.verdict(answers, asOf, Expression.TIMED_MET | Expression.ASSESSED_MET) == Verdict.YES) {
                if (version.until() != null && version.until().high(answers, asOf) < asOf) {
                    return Outcome.ENDED;
                }
                if (version.notBefore() != null && version.notBefore().low(answers, asOf) > asOf) {
                    return Outcome.NOT_YET;
                }
            }
            return Outcome.NO;
        }
        return when.verdict(answers, asOf, Expression.ASSESSED_MET) == Verdict.YES
                        && lasting(version, answers, asOf) != Outcome.ENDED
                ? Outcome.POSSIBLE
                : Outcome.NOT_KNOWN;
    }

    /** Of one for whom all criteria are met. */
    private static Outcome lasting(Version version, Answers answers, int asOf) {
        if (version.notBefore() != null && version.notBefore().high(answers, asOf) > asOf) {
            return version.notBefore().low(answers, asOf) > asOf ? Outcome.NOT_YET : Outcome.NOT_KNOWN;
        }
        if (version.until() == null) {
            return Outcome.YES;
        }
        if (version.until().low(answers, asOf) >= asOf) {
            return Outcome.YES_UNTIL;
        }
        return version.until().high(answers, asOf) < asOf ? Outcome.ENDED : Outcome.NOT_KNOWN;
    }

    /** All that can be said of one programme. */
    public static Assessment assess(Programme programme, Answers answers, int asOf) {
        List<Version> counting = programme.versions().stream()
                .filter(version -> counts(version, answers, asOf))
                .toList();
        Outcome outcome = outcome(programme, answers, asOf);
        if (counting.isEmpty()) {
            return new Assessment(
                    programme, null, outcome, null, null, List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Version version = counting.getFirst();
        byte[] roles = new byte[version.criteria().size()];
        int verdict = version.when().verdict(answers, asOf, 0);
        mark(version.when(), verdict, verdict, answers, asOf, roles);
        Set<Integer> missing = new TreeSet<>();
        for (Version each : counting) {
            addMissing(each, answers, asOf, missing);
        }
        if (counting.size() > 1) {
            missing.add(version.anchor());
        }
        return new Assessment(
                programme,
                counting.size() == 1 ? version : null,
                outcome,
                day(version, outcome, answers, asOf),
                version.applyBy() == null ? null : span(version.applyBy(), answers, asOf),
                judged(version, roles, answers, asOf),
                missing.stream().map(answers.facts::get).toList(),
                those(version.documents(), answers, asOf),
                those(version.next(), answers, asOf),
                changes(programme, counting, outcome, answers, asOf));
    }

    private static void addMissing(Version version, Answers answers, int asOf, Set<Integer> missing) {
        byte[] roles = new byte[version.criteria().size()];
        int verdict = version.when().verdict(answers, asOf, 0);
        mark(version.when(), verdict, verdict, answers, asOf, roles);
        for (Criterion criterion : version.criteria()) {
            if (roles[criterion.at()] == Role.OPEN.ordinal() + 1 && criterion.assessedBy() == null) {
                for (int fact : criterion.facts()) {
                    if (!answers.isExact(answers.facts.get(fact))) {
                        missing.add(fact);
                    }
                }
            }
        }
    }

    private static Span day(Version version, Outcome outcome, Answers answers, int asOf) {
        return switch (outcome) {
            case YES_UNTIL, ENDED -> span(version.until(), answers, asOf);
            case NOT_YET -> span(version.notBefore(), answers, asOf);
            default -> null;
        };
    }

    private static Span span(Term term, Answers answers, int asOf) {
        return new Span((int) term.low(answers, asOf), (int) term.high(answers, asOf));
    }

    private static List<Item> those(List<Item> items, Answers answers, int asOf) {
        return items.stream()
                .filter(item -> item.when() == null || item.when().verdict(answers, asOf, 0) != Verdict.NO)
                .toList();
    }

    private static List<Judged> judged(Version version, byte[] roles, Answers answers, int asOf) {
        return version.criteria().stream()
                .map(criterion -> new Judged(
                        criterion,
                        criterion.verdict(answers, asOf, 0),
                        roles[criterion.at()] == 0 ? Role.IRRELEVANT : Role.values()[roles[criterion.at()] - 1]))
                .toList();
    }

    /**
     * Marks the criteria that make an expression what it is: of a no one smallest set that fails, of a yes what was needed, of an open one
     * what is open.
     */
    private static void mark(Expression each, int verdict, int whole, Answers answers, int asOf, byte[] roles) {
        switch (each) {
            case Criterion criterion -> {
                Role role = whole != Verdict.OPEN ? Role.DECIDES : verdict == Verdict.OPEN ? Role.OPEN : Role.SUPPORTS;
                roles[criterion.at()] = (byte) (role.ordinal() + 1);
            }
            case Expression.Not not -> mark(not.part(), Verdict.not(verdict), whole, answers, asOf, roles);
            case Expression.All all -> markParts(all.parts(), verdict, Verdict.NO, whole, answers, asOf, roles);
            case Expression.Any any -> markParts(any.parts(), verdict, Verdict.YES, whole, answers, asOf, roles);
        }
    }

    /** @param alone the verdict that one part alone gives to the whole: no to an all, yes to an any */
    private static void markParts(
            Expression[] parts, int verdict, int alone, int whole, Answers answers, int asOf, byte[] roles) {
        if (verdict == alone) {
            Expression smallest = null;
            for (Expression part : parts) {
                if (part.verdict(answers, asOf, 0) == verdict
                        && (smallest == null
                                || size(part, verdict, answers, asOf) < size(smallest, verdict, answers, asOf))) {
                    smallest = part;
                }
            }
            mark(smallest, verdict, whole, answers, asOf, roles);
            return;
        }
        for (Expression part : parts) {
            mark(part, part.verdict(answers, asOf, 0), whole, answers, asOf, roles);
        }
    }

    /** How many criteria it takes to make an expression what it is. */
    private static int size(Expression each, int verdict, Answers answers, int asOf) {
        return switch (each) {
            case Criterion criterion -> 1;
            case Expression.Not not -> size(not.part(), Verdict.not(verdict), answers, asOf);
            case Expression.All all -> size(all.parts(), verdict, Verdict.NO, answers, asOf);
            case Expression.Any any -> size(any.parts(), verdict, Verdict.YES, answers, asOf);
        };
    }

    private static int size(Expression[] parts, int verdict, int alone, Answers answers, int asOf) {
        int sum = 0;
        int least = Integer.MAX_VALUE;
        for (Expression part : parts) {
            int own = part.verdict(answers, asOf, 0);
            if (verdict != alone || own == verdict) {
                int size = size(part, own, answers, asOf);
                sum += size;
                least = Math.min(least, size);
            }
        }
        return verdict == alone ? least : sum;
    }

    /** The days after which the rules or the time say otherwise, looked at one by one. */
    private static List<Change> changes(
            Programme programme, List<Version> counting, Outcome now, Answers answers, int asOf) {
        Set<Integer> days = new TreeSet<>();
        for (Version version : programme.versions()) {
            if (version.anchor() < 0) {
                days.add(version.from());
            }
        }
        for (Version version : counting) {
            Arrays.stream(version.parameterDays()).forEach(days::add);
            if (version.until() != null) {
                days.add((int) version.until().low(answers, asOf) + 1);
                days.add((int) version.until().high(answers, asOf) + 1);
            }
            if (version.notBefore() != null) {
                days.add((int) version.notBefore().low(answers, asOf));
                days.add((int) version.notBefore().high(answers, asOf));
            }
        }
        List<Change> changes = new ArrayList<>();
        Outcome before = now;
        for (int day : days) {
            if (day > asOf && day <= Days.LAST && changes.size() < MOST_CHANGES) {
                Outcome then = outcome(programme, answers, day);
                if (then != before) {
                    changes.add(new Change(day, then));
                    before = then;
                }
            }
        }
        return changes;
    }

    /**
     * The fact to ask next: of those that could decide an open programme and were not asked, in the earliest stage, the one that most
     * programmes wait for; of equals the first in the pack.
     *
     * @param asked the facts that were asked, answered or not
     * @return null if there is nothing left to ask
     */
    public static Fact next(Pack pack, Answers answers, int asOf, Set<Fact> asked) {
        int[] waiting = new int[pack.facts().size()];
        for (Programme programme : pack.programmes()) {
            Assessment assessment = assess(programme, answers, asOf);
            if (assessment.outcome() == Outcome.NOT_KNOWN) {
                assessment.missing().forEach(fact -> waiting[fact.index()]++);
            }
        }
        Fact best = null;
        for (Fact fact : pack.facts()) {
            if (waiting[fact.index()] > 0 && fact.stage() > 0 && !asked.contains(fact)) {
                if (best == null
                        || fact.stage() < best.stage()
                        || fact.stage() == best.stage() && waiting[fact.index()] > waiting[best.index()]) {
                    best = fact;
                }
            }
        }
        return best;
    }
}
