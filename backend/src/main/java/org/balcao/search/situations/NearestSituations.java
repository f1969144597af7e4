package org.balcao.search.situations;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which situation a sentence speaks of: how near its words and pieces of words are to those of the bank's sentences, and how near what the words mean,
 * whatever language they are in. Both are learnt while the program is built ({@link LearnSituations}).
 */
final class NearestSituations {
    /** A word of which more is known is a form or a misspelling of one that is known. */
    private static final double MOST_PIECES_OF_ANOTHER = 0.6;

    /** Concepts of fewer sentences say nothing of others. */
    private static final int FEWEST_WITH_CONCEPTS = 3;

    private static final int NO_MEANING = -1;

    /** A sentence of the bank. */
    record Sample(String language, String text, int situation) {}

    /** @param points how near a situation is; only differences mean something */
    record Scored(int situation, double points) {}

    /**
     * What was found for a sentence.
     *
     * @param nearest all situations, the nearest first
     * @param byWords the nearest by its words alone
     * @param byMeaning the nearest by what its words mean alone; -1 if no meaning is known
     * @param known which part of the sentence's words the bank has, or nearly has, from 0 to 1
     */
    record Found(List<Scored> nearest, int byWords, int byMeaning, double known) {}

    private final int situations;
    private final NaiveBayes words;
    private final Concepts concepts;
    private final NaiveBayes meanings;

    private NearestSituations(int situations, NaiveBayes words, Concepts concepts, NaiveBayes meanings) {
        this.situations = situations;
        this.words = words;
        this.concepts = concepts;
        this.meanings = meanings;
    }

    /** Learns from the sentences of so many situations; some ten seconds for fifty thousand of them. */
    static NearestSituations learn(List<Sample> samples, int situations, Concepts concepts) {
        int[] of = samples.stream().mapToInt(Sample::situation).toArray();
        NaiveBayes words = NaiveBayes.learn(
                samples.stream().map(each -> Features.of(each.text())).toList(), of, situations, 1);
        NaiveBayes meanings = NaiveBayes.learn(
                samples.stream()
                        .map(each -> Features.ofConcepts(concepts.in(each.text(), each.language())))
                        .toList(),
                of,
                situations,
                FEWEST_WITH_CONCEPTS);
        return new NearestSituations(situations, words, concepts, meanings);
    }

    /** Writes all that was learnt. */
    void write(DataOutput to) throws IOException {
        to.writeInt(situations);
        words.write(to);
        concepts.write(to);
        meanings.write(to);
    }

    /** @throws IOException if it is not what {@link #write} wrote */
    static NearestSituations read(DataInput from) throws IOException {
        return new NearestSituations(from.readInt(), NaiveBayes.read(from), Concepts.read(from), NaiveBayes.read(from));
    }

    /** Whether some sentence has a word, in plain Latin letters. */
    boolean knows(String folded) {
        return words.knows(Features.ofWord(folded));
    }

    Found of(String text) {
        double[] points = new double[situations];
        words.addPoints(Features.of(text), points);
        int byWords = nearest(points);
        List<Integer> meant = concepts.in(text);
        double[] byMeaning = new double[situations];
        meanings.addPoints(Features.ofConcepts(meant), byMeaning);
        for (int situation = 0; situation < situations; situation++) {
            points[situation] += byMeaning[situation];
        }
        List<Scored> nearest = new ArrayList<>();
        for (int situation = 0; situation < situations; situation++) {
            nearest.add(new Scored(situation, points[situation]));
        }
        nearest.sort(Comparator.comparingDouble(Scored::points).reversed());
        return new Found(
                nearest,
                byWords,
                meant.isEmpty() ? NO_MEANING : nearest(byMeaning),
                Features.wordsOf(text).stream()
                        .mapToDouble(word -> knows(word) || piecesKnown(word) > MOST_PIECES_OF_ANOTHER ? 1 : 0)
                        .average()
                        .orElse(0));
    }

    private static int nearest(double[] points) {
        int nearest = 0;
        for (int situation = 1; situation < points.length; situation++) {
            if (points[situation] > points[nearest]) {
                nearest = situation;
            }
        }
        return nearest;
    }

    /** Which part of the pieces of a word that no sentence has stands in words that some have. */
    private double piecesKnown(String word) {
        return Features.piecesOf(word).stream()
                .mapToDouble(piece -> words.knows(piece) ? 1 : 0)
                .average()
                .orElse(0);
    }
}
