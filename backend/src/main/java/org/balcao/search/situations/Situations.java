package org.balcao.search.situations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.balcao.search.Certainty;
import org.balcao.search.situations.NearestSituations.Found;
import org.balcao.search.situations.NearestSituations.Scored;

/** The situations people are in, and which of them is spoken of. */
@ApplicationScoped
public class Situations {
    private static final int MOST_OTHERS = 3;
    private static final int FEW_WORDS = 2;

    /** What a reader sees without scrolling. */
    private static final int FIRST_DOORS = 3;

    private final SituationBank.SituationFile file = SituationBank.file();
    private CompletableFuture<NearestSituations> nearest;

    /**
     * What somebody may be in.
     *
     * @param situation the nearest; null if nothing is known of what was typed
     * @param others the next ones
     * @param close the dangers among the nearest and those it leads by little
     * @param lead how far the nearest is ahead of the next one with other doors
     * @param agreed whether its words and what they mean both speak of the nearest, or of one with the same doors
     * @param known which part of what was typed the bank knows, from 0 to 1
     */
    public record Guess(
            Situation situation,
            Certainty certainty,
            List<Situation> others,
            List<Situation> close,
            double lead,
            boolean agreed,
            double known) {

        /** The nearest and the next ones. */
        public List<Situation> nearest() {
            return situation == null
                    ? List.of()
                    : Stream.concat(Stream.of(situation), others.stream()).toList();
        }
    }

    /** What was learnt is read beside the start; whoever searches before that waits for it. */
    @PostConstruct
    void read() {
        nearest = CompletableFuture.supplyAsync(LearnSituations::learnt);
    }

    public Situation named(String id) {
        return all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Whether the bank has a word, in plain Latin letters. */
    public boolean knows(String folded) {
        return nearest.join().knows(folded);
    }

    /** Whether so few words are known that they rather name something. */
    public boolean knowsLittle(Guess guess) {
        return guess.known() < file.certainty().known();
    }

    /** Whether it may be a danger, so that its lines are named first even where it is not sure. */
    public boolean mayBeDanger(Guess guess) {
        return guess.situation() != null && guess.situation().urgent() != null && !knowsLittle(guess);
    }

    /** Whether it leads far enough for its first door to stand before help in general, though it is not sure. */
    public boolean isLikely(Guess guess) {
        return guess.situation() != null
                && !guess.situation().outside()
                && !guess.situation().unsure()
                && guess.lead() >= file.certainty().likely();
    }

    public List<Situation> all() {
        return file.situations();
    }

    /** The situation that a text without places, days and languages speaks of. */
    public Guess guess(String text) {
        Found found = nearest.join().of(text);
        if (found.known() == 0) {
            return new Guess(null, Certainty.UNSURE, List.of(), List.of(), 0, false, 0);
        }
        List<Scored> scored = found.nearest().stream()
                .map(this::withoutAlarm)
                .sorted(Comparator.comparingDouble(Scored::points).reversed())
                .toList();
        Situation first = situation(scored.getFirst());
        List<Situation> others = new ArrayList<>();
        double lead = Double.MAX_VALUE;
        for (Scored each : scored.subList(1, scored.size())) {
            Situation other = situation(each);
            if (!sameDoor(first, other)) {
                lead = scored.getFirst().points() - each.points();
                break;
            }
        }
        List<Situation> close = new ArrayList<>();
        double near = scored.getFirst().points() - file.certainty().close();
        for (Scored each : scored.subList(0, MOST_OTHERS + 1)) {
            Situation situation = situation(each);
            if (each != scored.getFirst()) {
                others.add(situation);
            }
            if (situation.urgent() != null && each.points() >= near) {
                close.add(situation);
            }
        }
        boolean agreed = agreed(first, found);
        return new Guess(
                first,
                certainty(first, lead, agreed && isFew(text), found.known()),
                others,
                close,
                lead,
                agreed,
                found.known());
    }

    /** A danger has to be so much nearer than anything else to be taken for it. */
    private Scored withoutAlarm(Scored scored) {
        boolean urgent = situation(scored).urgent() != null;
        return urgent
                ? new Scored(
                        scored.situation(), scored.points() - file.certainty().danger())
                : scored;
    }

    private static boolean isFew(String text) {
        return Features.wordsOf(text).size() <= FEW_WORDS;
    }

    private boolean agreed(Situation nearest, Found found) {
        return found.byMeaning() >= 0
                && sameDoor(nearest, file.situations().get(found.byMeaning()))
                && sameDoor(nearest, file.situations().get(found.byWords()));
    }

    private Certainty certainty(Situation situation, double lead, boolean few, double known) {
        SituationBank.Bounds bounds = file.certainty();
        if (situation.unsure() || lead < (few ? bounds.few() : bounds.sure()) || known < bounds.known()) {
            return Certainty.UNSURE;
        }
        return situation.outside() ? Certainty.OUTSIDE : Certainty.SURE;
    }

    /** Whether it does no harm to take one for the other. */
    private static boolean sameDoor(Situation one, Situation other) {
        if (one.outside() || other.outside()) {
            return one.outside() && other.outside();
        }
        return !Collections.disjoint(firstDoors(one), firstDoors(other));
    }

    private static List<String> firstDoors(Situation situation) {
        return situation
                .first()
                .subList(0, Math.min(FIRST_DOORS, situation.first().size()));
    }

    private Situation situation(Scored scored) {
        return file.situations().get(scored.situation());
    }
}
