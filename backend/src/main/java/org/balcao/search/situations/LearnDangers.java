package org.balcao.search.situations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.balcao.search.situations.DangerSigns.Signs;

/**
 * Learns which beginnings of words speak of a danger: logistic regression of each danger against everything else, with a penalty on the sum of the
 * weights (L1), so that few are left; steps as AdaGrad makes them. The same sentences in the same order always learn the same. What is chosen here was
 * chosen on {@code danger-tuning.yaml} and {@code questions-tuning.yaml}.
 */
final class LearnDangers {
    /** How many weights of all dangers together are kept: a pack has room for so many. */
    private static final int MOST_SIGNS = 650;

    private static final int ROUNDS = 12;
    private static final double STEP = 0.3;
    private static final double PENALTY = 0.05;
    private static final double SMALLEST_STEPS = 0.1;

    /** Sentences of a danger are few, and to miss one is worse than to see one where none is. */
    private static final double DANGER_COUNTS = 6;

    private static final double FIRST_BASE = -3;
    private static final double STEP_OF_BASE = 0.02;
    private static final double LEAST = 0.25;
    private static final double HALVES = 2;
    private static final int SEED = 20_261_128;

    /** @param danger the kind that it speaks of, or null */
    record Sample(Set<String> beginnings, String danger) {}

    /** One weight, and how often what it is of comes in the bank. */
    private record Weight(int kind, String beginning, double weight, int times) {
        double tells() {
            return Math.abs(weight) * Math.sqrt(times);
        }
    }

    private final List<String> kinds;
    private final Map<String, Integer> times = new TreeMap<>();
    private final List<String> beginnings;
    private final double[] base;
    private final double[][] weights;
    private final double[][] steps;

    private LearnDangers(List<Sample> samples) {
        kinds = samples.stream()
                .map(Sample::danger)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        samples.forEach(sample -> sample.beginnings().forEach(each -> times.merge(each, 1, Integer::sum)));
        beginnings = List.copyOf(times.keySet());
        base = new double[kinds.size()];
        Arrays.fill(base, FIRST_BASE);
        weights = new double[beginnings.size()][kinds.size()];
        steps = new double[beginnings.size()][kinds.size()];
        for (double[] each : steps) {
            Arrays.fill(each, SMALLEST_STEPS);
        }
    }

    /** What speaks of each danger, by its kind. */
    static List<Signs> of(List<Sample> samples) {
        var learning = new LearnDangers(samples);
        List<Sample> order = new ArrayList<>(samples);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            order.forEach(learning::learn);
        }
        return learning.told();
    }

    private void learn(Sample sample) {
        int[] at = sample.beginnings().stream()
                .mapToInt(each -> Collections.binarySearch(beginnings, each))
                .toArray();
        for (int kind = 0; kind < kinds.size(); kind++) {
            double sum = base[kind];
            for (int each : at) {
                sum += weights[each][kind];
            }
            boolean danger = kinds.get(kind).equals(sample.danger());
            double wrong = 1 / (1 + Math.exp(-sum)) - (danger ? 1 : 0);
            double slope = danger ? DANGER_COUNTS * wrong : wrong;
            for (int each : at) {
                steps[each][kind] += slope * slope;
                double step = STEP / Math.sqrt(steps[each][kind]);
                double moved = weights[each][kind] - step * slope;
                weights[each][kind] = Math.signum(moved) * Math.max(0, Math.abs(moved) - step * PENALTY);
            }
            base[kind] -= STEP_OF_BASE * slope;
        }
    }

    private List<Signs> told() {
        List<Weight> all = new ArrayList<>();
        for (int at = 0; at < beginnings.size(); at++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                if (Math.abs(weights[at][kind]) > LEAST) {
                    String beginning = beginnings.get(at);
                    all.add(new Weight(kind, beginning, weights[at][kind], times.get(beginning)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Weight::tells).reversed());
        List<Map<String, Integer>> signs = kinds.stream()
                .map(each -> (Map<String, Integer>) new TreeMap<String, Integer>())
                .toList();
        all.stream()
                .limit(MOST_SIGNS)
                .forEach(each -> signs.get(each.kind()).put(each.beginning(), halves(each.weight())));
        List<Signs> told = new ArrayList<>();
        for (int kind = 0; kind < kinds.size(); kind++) {
            told.add(new Signs(kinds.get(kind), halves(base[kind]), signs.get(kind)));
        }
        return told;
    }

    private static int halves(double weight) {
        return (int) Math.rint(HALVES * weight);
    }
}
