package org.balcao.eligibility.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All rules of a country, checked and ready to be evaluated; see {@link PackReader}. */
public final class Pack {

    private final List<Fact> facts;
    private final List<Programme> programmes;
    private final Map<String, Fact> factsById;

    Pack(List<Fact> facts, List<Programme> programmes, Map<String, Fact> factsById) {
        this.facts = List.copyOf(facts);
        this.programmes = List.copyOf(programmes);
        this.factsById = Map.copyOf(factsById);
    }

    public List<Fact> facts() {
        return facts;
    }

    public Optional<Fact> fact(String id) {
        return Optional.ofNullable(factsById.get(id));
    }

    public List<Programme> programmes() {
        return programmes;
    }
}
