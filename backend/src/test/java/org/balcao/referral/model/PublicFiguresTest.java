package org.balcao.referral.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PublicFiguresTest {
    private static final int TRIES = 2_000;
    private static final int VALUES = 5;

    /** Counts that somebody may want to know, and differences of them. */
    private static final List<ToIntFunction<FigureCounts>> CELLS = List.of(
            FigureCounts::sent,
            FigureCounts::answered,
            FigureCounts::answeredInTime,
            FigureCounts::accepted,
            FigureCounts::silent,
            FigureCounts::ended,
            FigureCounts::outcomeKnown,
            FigureCounts::gotHelp,
            FigureCounts::confirmed,
            FigureCounts::disagree,
            counts -> counts.sent() - counts.accepted(),
            counts -> counts.sent() - counts.answeredInTime(),
            counts -> counts.sent() - counts.ended(),
            counts -> counts.sent() - counts.silent(),
            counts -> counts.ended() - counts.outcomeKnown(),
            counts -> counts.ended() - counts.gotHelp(),
            counts -> counts.outcomeKnown() - counts.gotHelp(),
            counts -> counts.gotHelp() - counts.confirmed(),
            counts -> counts.gotHelp() - counts.confirmed() - counts.disagree());

    @Test
    void oneOfTwentySixIsNotTold() {
        assertThat(PublicFigures.of(new FigureCounts(26, 20, 19, 1, 2, 20, 18, 12, 5, 1, 3.4)))
                .isEqualTo(new PublicFigures(20, null, null, null, null, null, null, null, 3.0));
    }

    @Test
    void sharesOfManyAreTrueToWithinATenth() {
        assertThat(PublicFigures.of(
                        new FigureCounts(4_217, 3_900, 3_650, 2_801, 312, 3_517, 3_205, 2_411, 820, 64, 6.6)))
                .isEqualTo(new PublicFigures(4_210, 0.85, 0.65, 0.05, 0.9, 0.7, 0.35, 0.05, 7.0));
        Random random = new Random(7);
        for (int i = 0; i < TRIES; i++) {
            int whole = 100 + random.nextInt(900);
            int part = random.nextInt(whole + 1);
            Double share = PublicFigures.of(new FigureCounts(whole, 0, 0, part, 0, 0, 0, 0, 0, 0, null))
                    .accepted();
            if (share != null) {
                assertThat(share).isCloseTo((double) part / whole, Offset.offset(0.1));
            }
        }
    }

    @Test
    void nothingOrAllIsNotTold() {
        assertThat(PublicFigures.of(new FigureCounts(500, 500, 500, 0, 3, 497, 494, 494, 494, 0, 1.0)))
                .isEqualTo(new PublicFigures(500, null, null, null, null, null, null, null, 1.0));
    }

    /**
     * Whoever knows how figures are made and all that is published finds many values for every count below ten. The worlds that publish the
     * same are drawn at random; five values of each count are looked for.
     */
    @Test
    void noCountBelowTenCanBeDerived() {
        Random random = new Random(15);
        int small = 0;
        for (int i = 0; i < TRIES; i++) {
            FigureCounts truth = counts(random);
            PublicFigures published = PublicFigures.of(truth);
            for (ToIntFunction<FigureCounts> cell : CELLS) {
                int value = cell.applyAsInt(truth);
                if (value >= PublicFigures.FEWEST) {
                    continue;
                }
                small++;
                Set<Integer> possible = new HashSet<>();
                for (int other = 0; other < 20_000 && possible.size() < VALUES; other++) {
                    FigureCounts world = other % 2 == 0 ? neighbour(truth, random) : counts(random, truth);
                    if (isPossible(world) && PublicFigures.of(world).equals(published)) {
                        possible.add(cell.applyAsInt(world));
                    }
                }
                assertThat(possible)
                        .as("%s of %s, published %s", value, truth, published)
                        .hasSizeGreaterThanOrEqualTo(VALUES);
            }
        }
        assertThat(small).as("small counts tried").isGreaterThan(TRIES);
    }

    private static FigureCounts counts(Random random) {
        return counts(random, random.nextInt(random.nextBoolean() ? 40 : 400));
    }

    private static FigureCounts counts(Random random, FigureCounts as) {
        return counts(random, near(as.sent(), random));
    }

    private static FigureCounts counts(Random random, int sent) {
        int answered = random.nextInt(sent + 1);
        int ended = random.nextInt(sent + 1);
        int silent = random.nextInt(ended + 1);
        int known = ended - silent;
        int help = random.nextInt(known + 1);
        int confirmed = random.nextInt(help + 1);
        return new FigureCounts(
                sent,
                answered,
                random.nextInt(answered + 1),
                random.nextInt(answered + 1),
                silent,
                ended,
                known,
                help,
                confirmed,
                random.nextInt(help - confirmed + 1),
                2.0);
    }

    /** Other counts in the same tens. */
    private static FigureCounts neighbour(FigureCounts counts, Random random) {
        int silent = near(counts.silent(), random);
        int known = near(counts.outcomeKnown(), random);
        return new FigureCounts(
                near(counts.sent(), random),
                near(counts.answered(), random),
                near(counts.answeredInTime(), random),
                near(counts.accepted(), random),
                silent,
                silent + known,
                known,
                near(counts.gotHelp(), random),
                near(counts.confirmed(), random),
                near(counts.disagree(), random),
                counts.medianDays());
    }

    /** A count of the same ten, often its first or last. */
    private static int near(int count, Random random) {
        int[] lasts = {0, 9, random.nextInt(10)};
        return count / 10 * 10 + lasts[random.nextInt(lasts.length)];
    }

    /** What ended has an outcome or is silent. */
    private static boolean isPossible(FigureCounts counts) {
        return counts.answered() <= counts.sent()
                && counts.answeredInTime() <= counts.answered()
                && counts.accepted() <= counts.answered()
                && counts.ended() <= counts.sent()
                && counts.outcomeKnown() + counts.silent() == counts.ended()
                && counts.gotHelp() <= counts.outcomeKnown()
                && counts.confirmed() + counts.disagree() <= counts.gotHelp();
    }
}
