package org.balcao.referral.model;

/**
 * What everybody may know of {@link FigureCounts}, so that no case of somebody can be told from it, alone or together with the other figures.
 *
 * <p>Every count is first rounded down to a multiple of ten, and all that is published follows from these rounded counts alone: whatever is
 * added, subtracted or divided, a count below ten cannot be told from none, nor any difference from another that is less than ten away. A
 * share is of the middles of the two tens, to the nearest twentieth; it appears from a hundred cases on, where that is close enough to be
 * true, and if ten cases or more are on each side of it. The median is in whole days.
 *
 * @param sent rounded down to a multiple of ten; null below ten
 */
public record PublicFigures(
        Integer sent,
        Double answeredInTime,
        Double accepted,
        Double silent,
        Double outcomeKnown,
        Double gotHelp,
        Double confirmed,
        Double disagree,
        Double medianDays) {

    /** No count of fewer cases can be derived. */
    public static final int FEWEST = 10;

    private static final int FEWEST_OF_A_SHARE = 100;
    private static final double MIDDLE = FEWEST / 2.0;
    private static final double PARTS = 20;

    public static PublicFigures of(FigureCounts counts) {
        int sent = rounded(counts.sent());
        return new PublicFigures(
                sent == 0 ? null : sent,
                share(counts.answeredInTime(), counts.sent()),
                share(counts.accepted(), counts.sent()),
                share(counts.silent(), counts.sent()),
                share(counts.outcomeKnown(), counts.ended()),
                share(counts.gotHelp(), counts.ended()),
                share(counts.confirmed(), counts.gotHelp()),
                share(counts.disagree(), counts.gotHelp()),
                rounded(counts.answered()) == 0 || counts.medianDays() == null
                        ? null
                        : (double) Math.round(counts.medianDays()));
    }

    private static int rounded(int count) {
        return count / FEWEST * FEWEST;
    }

    private static Double share(int part, int whole) {
        int some = rounded(part);
        int all = rounded(whole);
        if (all < FEWEST_OF_A_SHARE || some < FEWEST || all - some < FEWEST) {
            return null;
        }
        return Math.round((some + MIDDLE) / (all + MIDDLE) * PARTS) / PARTS;
    }
}
