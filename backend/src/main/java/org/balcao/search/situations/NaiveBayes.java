package org.balcao.search.situations;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.balcao.search.situations.Features.Amount;

/**
 * How near features are to each situation: a multinomial naive Bayes classifier whose features are each weighted by how rare they are (tf-idf), and
 * that asks both how usual a feature is in a situation and how unusual in all others together (one versus all but one), so that a situation with many
 * sentences draws no more than one with few (Rennie, Shih, Teevan and Karger, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003). It
 * is learnt in one pass over the sentences.
 */
final class NaiveBayes {
    /** Added to every sum, so that what was never seen in a situation is unlikely there and not impossible. */
    private static final double SMOOTHING = 0.03;

    private final int situations;

    /** The features that are known, in the order of their numbers. */
    private final int[] features;

    /** How rare each is. */
    private final float[] rarity;

    /** Of each, the situations it comes in and what it is worth for them, from {@code start} of it on. */
    private final int[] start;

    private final short[] inSituation;
    private final float[] worth;

    /** What every feature is worth for a situation that it never came in. */
    private final double[] unseen;

    private NaiveBayes(
            int[] features, float[] rarity, int[] start, short[] inSituation, float[] worth, double[] unseen) {
        this.situations = unseen.length;
        this.features = features;
        this.rarity = rarity;
        this.start = start;
        this.inSituation = inSituation;
        this.worth = worth;
        this.unseen = unseen;
    }

    /**
     * Learns from sentences.
     *
     * @param featured the features of each sentence
     * @param of the situation of each
     * @param situations how many situations there are
     * @param fewest a feature of fewer sentences is left out
     */
    static NaiveBayes learn(List<Map<Integer, Amount>> featured, int[] of, int situations, int fewest) {
        Map<Integer, Integer> with = new TreeMap<>();
        featured.forEach(each -> each.keySet().forEach(feature -> with.merge(feature, 1, Integer::sum)));
        with.values().removeIf(sentences -> sentences < fewest);
        int[] features = with.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] rarity = new float[features.length];
        for (int at = 0; at < features.length; at++) {
            rarity[at] = (float) (Math.log((1.0 + featured.size()) / (1 + with.get(features[at]))) + 1);
        }
        List<Map<Integer, Float>> sums = new ArrayList<>();
        for (int situation = 0; situation < situations; situation++) {
            sums.add(new HashMap<>());
        }
        for (int n = 0; n < featured.size(); n++) {
            Map<Integer, Float> sum = sums.get(of[n]);
            weighted(featured.get(n), features, rarity).forEach((at, weight) -> sum.merge(at, weight, Float::sum));
        }
        return new Learner(features, rarity, sums).learnt();
    }

    /** Turns the sums of weights in each situation into what a feature is worth for it. */
    private record Learner(int[] features, float[] rarity, List<Map<Integer, Float>> sums) {
        NaiveBayes learnt() {
            int[] start = new int[features.length + 1];
            double[] unseen = new double[sums.size()];
            double[] everywhere = new double[features.length];
            sums.forEach(sum -> sum.forEach((at, weight) -> everywhere[at] += weight));
            double whole = Arrays.stream(everywhere).sum();
            for (int situation = 0; situation < sums.size(); situation++) {
                double all = 0;
                for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                    all += each.getValue();
                    start[each.getKey() + 1]++;
                }
                double smoothed = SMOOTHING * features.length;
                double here = Math.log(SMOOTHING) - Math.log(all + smoothed);
                unseen[situation] = (here + Math.log(whole - all + smoothed)) / 2;
            }
            for (int at = 0; at < features.length; at++) {
                start[at + 1] += start[at];
            }
            short[] inSituation = new short[start[features.length]];
            float[] worth = new float[inSituation.length];
            int[] next = start.clone();
            for (int situation = 0; situation < sums.size(); situation++) {
                for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                    int entry = next[each.getKey()]++;
                    inSituation[entry] = (short) situation;
                    worth[entry] = (float) worth(each.getValue(), everywhere[each.getKey()]);
                }
            }
            return new NaiveBayes(features, rarity, start, inSituation, worth, unseen);
        }

        /** The mean of what its being usual here and its being unusual elsewhere add to a feature that was never seen here. */
        private static double worth(double here, double everywhere) {
            double usualHere = Math.log(here + SMOOTHING) - Math.log(SMOOTHING);
            double unusualElsewhere =
                    Math.log(everywhere + SMOOTHING) - Math.log(Math.max(0, everywhere - here) + SMOOTHING);
            return (usualHere + unusualElsewhere) / 2;
        }
    }

    /** Writes all that was learnt: the features that are known, each with its situations. */
    void write(DataOutput to) throws IOException {
        to.writeInt(situations);
        for (double each : unseen) {
            to.writeDouble(each);
        }
        to.writeInt(features.length);
        to.writeInt(worth.length);
        for (int at = 0; at < features.length; at++) {
            to.writeInt(features[at]);
            to.writeFloat(rarity[at]);
            to.writeShort(start[at + 1] - start[at]);
            for (int entry = start[at]; entry < start[at + 1]; entry++) {
                to.writeShort(inSituation[entry]);
                to.writeFloat(worth[entry]);
            }
        }
    }

    /** @throws IOException if it is not what {@link #write} wrote */
    static NaiveBayes read(DataInput from) throws IOException {
        double[] unseen = new double[from.readInt()];
        for (int situation = 0; situation < unseen.length; situation++) {
            unseen[situation] = from.readDouble();
        }
        int[] features = new int[from.readInt()];
        float[] rarity = new float[features.length];
        int[] start = new int[features.length + 1];
        short[] inSituation = new short[from.readInt()];
        float[] worth = new float[inSituation.length];
        for (int at = 0; at < features.length; at++) {
            features[at] = from.readInt();
            rarity[at] = from.readFloat();
            start[at + 1] = start[at] + from.readShort();
            for (int entry = start[at]; entry < start[at + 1]; entry++) {
                inSituation[entry] = from.readShort();
                worth[entry] = from.readFloat();
            }
        }
        return new NaiveBayes(features, rarity, start, inSituation, worth, unseen);
    }

    /** Whether some sentence has a feature. */
    boolean knows(int feature) {
        return Arrays.binarySearch(features, feature) >= 0;
    }

    /** Adds how near these features are to each situation; only differences mean something. */
    void addPoints(Map<Integer, Amount> of, double[] points) {
        double sum = 0;
        for (Map.Entry<Integer, Float> each : weighted(of, features, rarity).entrySet()) {
            int at = each.getKey();
            sum += each.getValue();
            for (int entry = start[at]; entry < start[at + 1]; entry++) {
                points[inSituation[entry]] += each.getValue() * worth[entry];
            }
        }
        for (int situation = 0; situation < situations; situation++) {
            points[situation] += sum * unseen[situation];
        }
    }

    /** Where each feature that is known stands, and how much there is of it, by how rare it is; the squares of a sentence add up to one. */
    private static Map<Integer, Float> weighted(Map<Integer, Amount> amounts, int[] features, float[] rarity) {
        Map<Integer, Float> weights = new HashMap<>();
        double squares = 0;
        for (Map.Entry<Integer, Amount> each : amounts.entrySet()) {
            int at = Arrays.binarySearch(features, each.getKey());
            if (at >= 0) {
                float weight = each.getValue().weight() * rarity[at];
                weights.put(at, weight);
                squares += (double) weight * weight;
            }
        }
        float length = (float) Math.sqrt(squares);
        weights.replaceAll((at, weight) -> weight / length);
        return weights;
    }
}
