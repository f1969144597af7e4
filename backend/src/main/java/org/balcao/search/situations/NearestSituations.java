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

    private static final int END = -1;
    private static final int FIRST_GUESS = 1 << 20;

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
    private final float[] rarity;

    /** Of each feature, the situations it comes in and what it is worth for them, from {@code start[feature]} on. */
    private final int[] start;

    private final short[] inSituation;
    private final float[] worth;

    /** What every feature is worth for a situation that it never came in. */
    private final double[] unseen;

    private NearestSituations(
            int situations, float[] rarity, int[] start, short[] inSituation, float[] worth, double[] unseen) {
        this.situations = situations;
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
        int[] with = new int[Features.COUNT];
        featured.forEach(features -> features.keySet().forEach(feature -> with[feature]++));
        float[] rarity = new float[Features.COUNT];
        int known = 0;
        for (int feature = 0; feature < Features.COUNT; feature++) {
            if (with[feature] > 0) {
                known++;
                rarity[feature] = (float) (Math.log((1.0 + samples.size()) / (1 + with[feature])) + 1);
            }
        }
        List<Map<Integer, Float>> sums = new ArrayList<>();
        for (int situation = 0; situation < situations; situation++) {
            sums.add(new HashMap<>());
        }
        for (int n = 0; n < samples.size(); n++) {
            Map<Integer, Float> of = sums.get(samples.get(n).situation());
            weighted(featured.get(n), rarity).forEach((feature, weight) -> of.merge(feature, weight, Float::sum));
        }
        int[] start = new int[Features.COUNT + 1];
        double[] unseen = new double[situations];
        for (int situation = 0; situation < situations; situation++) {
            double all = 0;
            for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                all += each.getValue();
                start[each.getKey() + 1]++;
            }
            unseen[situation] = Math.log(SMOOTHING) - Math.log(all + SMOOTHING * known);
        }
        for (int feature = 0; feature < Features.COUNT; feature++) {
            start[feature + 1] += start[feature];
        }
        short[] inSituation = new short[start[Features.COUNT]];
        float[] worth = new float[start[Features.COUNT]];
        int[] next = start.clone();
        for (int situation = 0; situation < situations; situation++) {
            for (Map.Entry<Integer, Float> each : sums.get(situation).entrySet()) {
                int at = next[each.getKey()]++;
                inSituation[at] = (short) situation;
                worth[at] = (float) (Math.log(each.getValue() + SMOOTHING) - Math.log(SMOOTHING));
            }
        }
        return new NearestSituations(situations, rarity, start, inSituation, worth, unseen);
    }

    /** Writes all that was learnt: the features that are known, each with its situations. */
    void write(DataOutput to) throws IOException {
        to.writeInt(situations);
        for (double each : unseen) {
            to.writeDouble(each);
        }
        for (int feature = 0; feature < Features.COUNT; feature++) {
            if (rarity[feature] > 0) {
                to.writeInt(feature);
                to.writeFloat(rarity[feature]);
                to.writeShort(start[feature + 1] - start[feature]);
                for (int at = start[feature]; at < start[feature + 1]; at++) {
                    to.writeShort(inSituation[at]);
                    to.writeFloat(worth[at]);
                }
            }
        }
        to.writeInt(END);
        to.writeInt(start[Features.COUNT]);
    }

    /** @throws IOException if it is not what {@link #write} wrote */
    static NearestSituations read(DataInput from) throws IOException {
        int situations = from.readInt();
        double[] unseen = new double[situations];
        for (int situation = 0; situation < situations; situation++) {
            unseen[situation] = from.readDouble();
        }
        float[] rarity = new float[Features.COUNT];
        int[] start = new int[Features.COUNT + 1];
        short[] inSituation = new short[FIRST_GUESS];
        float[] worth = new float[FIRST_GUESS];
        int at = 0;
        int before = -1;
        for (int feature = from.readInt(); feature != END; feature = from.readInt()) {
            Arrays.fill(start, before + 1, feature + 1, at);
            before = feature;
            rarity[feature] = from.readFloat();
            int entries = from.readShort();
            if (at + entries > worth.length) {
                inSituation = Arrays.copyOf(inSituation, worth.length * 2);
                worth = Arrays.copyOf(worth, worth.length * 2);
            }
            for (int end = at + entries; at < end; at++) {
                inSituation[at] = from.readShort();
                worth[at] = from.readFloat();
            }
        }
        Arrays.fill(start, before + 1, Features.COUNT + 1, at);
        if (from.readInt() != at) {
            throw new IOException("Something is missing");
        }
        return new NearestSituations(
                situations, rarity, start, Arrays.copyOf(inSituation, at), Arrays.copyOf(worth, at), unseen);
    }

    /** Whether some sentence has a word, in plain Latin letters. */
    boolean knows(String folded) {
        return rarity[Features.ofWord(folded)] > 0;
    }

    Found of(String text) {
        Map<Integer, Amount> features = Features.of(text);
        double[] points = new double[situations];
        double sum = 0;
        Map<Integer, Float> weights = weighted(features, rarity);
        for (Map.Entry<Integer, Float> each : weights.entrySet()) {
            int feature = each.getKey();
            sum += each.getValue();
            for (int at = start[feature]; at < start[feature + 1]; at++) {
                points[inSituation[at]] += each.getValue() * worth[at];
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
                        .mapToDouble(word ->
                                rarity[Features.ofWord(word)] > 0 || piecesKnown(word) > MOST_PIECES_OF_ANOTHER ? 1 : 0)
                        .average()
                        .orElse(0));
    }

    /** Which part of the pieces of a word that no sentence has stands in words that some have. */
    private double piecesKnown(String word) {
        return Features.piecesOf(word).stream()
                .mapToDouble(piece -> rarity[piece] > 0 ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Each feature that is known, by how much there is of it and how rare it is; the squares of a sentence add up to one. */
    private static Map<Integer, Float> weighted(Map<Integer, Amount> features, float[] rarity) {
        Map<Integer, Float> weights = new HashMap<>();
        double squares = 0;
        for (Map.Entry<Integer, Amount> each : features.entrySet()) {
            float rare = rarity[each.getKey()];
            if (rare > 0) {
                float weight = each.getValue().weight() * rare;
                weights.put(each.getKey(), weight);
                squares += (double) weight * weight;
            }
        }
        float length = (float) Math.sqrt(squares);
        weights.replaceAll((feature, weight) -> weight / length);
        return weights;
    }
}
