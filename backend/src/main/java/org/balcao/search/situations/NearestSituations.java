package org.balcao.search.situations;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.balcao.search.situations.Features.Amount;

/**
 * Which situation a sentence speaks of: a multinomial naive Bayes classifier over {@link Features}, each weighted by how rare it is (tf-idf; Rennie,
 * Shih, Teevan and Karger, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers", 2003). It is learnt in one pass over the sentences while the program is
 * built ({@link LearnSituations}).
 */
final class NearestSituations {
    /** Added to every sum, so that what was never seen in a situation is unlikely there and not impossible. */
    private static final double SMOOTHING = 0.03;

    /** A word of which more is known is a form or a misspelling of one that is known. */
    private static final double MOST_PIECES_OF_ANOTHER = 0.6;

    /** A sentence of the bank. */
    record Sample(String text, int situation) {}

    /** @param points how near a situation is; only differences mean something */
    record Scored(int situation, double points) {}

    /**
     * What was found for a sentence.
     *
     * @param nearest all situations, the nearest first
     * @param known which part of the sentence's words the bank has, or nearly has, from 0 to 1
     */
    record Found(List<Scored> nearest, double known) {}

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

    private NearestSituations(
            int[] features, float[] rarity, int[] start, short[] inSituation, float[] worth, double[] unseen) {
        this.situations = unseen.length;
        this.features = features;
        this.rarity = rarity;
        this.start = start;
        this.inSituation = inSituation;
        this.worth = worth;
        this.unseen = unseen;
    }

    /** Learns from the sentences of so many situations; some ten seconds for fifty thousand of them. */
    static NearestSituations learn(List<Sample> samples, int situations) {
        List<Map<Integer, Amount>> featured =
                samples.stream().map(each -> Features.of(each.text())).toList();
        Map<Integer, Integer> with = new TreeMap<>();
        featured.forEach(each -> each.keySet().forEach(feature -> with.merge(feature, 1, Integer::sum)));
        int[] features = with.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] rarity = new float[features.length];
        for (int at = 0; at < features.length; at++) {
            rarity[at] = (float) (Math.log((1.0 + samples.size()) / (1 + with.get(features[at]))) + 1);
        }
        List<Map<Integer, Float>> sums = new ArrayList<>();
        for (int situation = 0; situation < situations; situation++) {
            sums.add(new HashMap<>());
        }
        for (int n = 0; n < samples.size(); n++) {
            Map<Integer, Float> of = sums.get(samples.get(n).situation());
            weighted(featured.get(n), features, rarity).forEach((at, weight) -> of.merge(at, weight, Float::sum));
        }
        int[] start = new int[features.length + 1];
        double[] unseen = new double[situations];
        for (int situation = 0; situation < situations; situation++) {
            double all = 0;
            for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                all += each.getValue();
                start[each.getKey() + 1]++;
            }
            unseen[situation] = Math.log(SMOOTHING) - Math.log(all + SMOOTHING * features.length);
        }
        for (int at = 0; at < features.length; at++) {
            start[at + 1] += start[at];
        }
        short[] inSituation = new short[start[features.length]];
        float[] worth = new float[inSituation.length];
        int[] next = start.clone();
        for (int situation = 0; situation < situations; situation++) {
            for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                int entry = next[each.getKey()]++;
                inSituation[entry] = (short) situation;
                worth[entry] = (float) (Math.log(each.getValue() + SMOOTHING) - Math.log(SMOOTHING));
            }
        }
        return new NearestSituations(features, rarity, start, inSituation, worth, unseen);
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
    static NearestSituations read(DataInput from) throws IOException {
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
        return new NearestSituations(features, rarity, start, inSituation, worth, unseen);
    }

    /** Whether some sentence has a word, in plain Latin letters. */
    boolean knows(String folded) {
        return Arrays.binarySearch(features, Features.ofWord(folded)) >= 0;
    }

    Found of(String text) {
        double[] points = new double[situations];
        double sum = 0;
        for (Map.Entry<Integer, Float> each :
                weighted(Features.of(text), features, rarity).entrySet()) {
            int at = each.getKey();
            sum += each.getValue();
            for (int entry = start[at]; entry < start[at + 1]; entry++) {
                points[inSituation[entry]] += each.getValue() * worth[entry];
            }
        }
        List<Scored> nearest = new ArrayList<>();
        for (int situation = 0; situation < situations; situation++) {
            nearest.add(new Scored(situation, points[situation] + sum * unseen[situation]));
        }
        nearest.sort(Comparator.comparingDouble(Scored::points).reversed());
        return new Found(
                nearest,
                Features.wordsOf(text).stream()
                        .mapToDouble(word -> knows(word) || piecesKnown(word) > MOST_PIECES_OF_ANOTHER ? 1 : 0)
                        .average()
                        .orElse(0));
    }

    /** Which part of the pieces of a word that no sentence has stands in words that some have. */
    private double piecesKnown(String word) {
        return Features.piecesOf(word).stream()
                .mapToDouble(piece -> Arrays.binarySearch(features, piece) >= 0 ? 1 : 0)
                .average()
                .orElse(0);
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
