package org.balcao.search.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.search.model.Lexicon;
import org.balcao.search.store.Vocabulary.Known;
import org.balcao.search.store.Vocabulary.Term;
import org.junit.jupiter.api.Test;

class WiderTermsTest {

    @Test
    void aTermOverItselfIsFollowedOnce() {
        TaxonomyTerm self = term();
        self.parent = self;
        assertThat(ServiceDocuments.withWider(self)).containsExactly(self);
    }

    @Test
    void aRingOfTermsIsFollowedOnce() {
        TaxonomyTerm one = term();
        TaxonomyTerm other = term();
        TaxonomyTerm third = term();
        one.parent = other;
        other.parent = third;
        third.parent = other;
        assertThat(ServiceDocuments.withWider(one)).containsExactly(one, other, third);
    }

    @Test
    void aStairOfTermsWithoutAnEndIsFollowedForAWhile() {
        TaxonomyTerm lowest = term();
        TaxonomyTerm each = lowest;
        for (int n = 0; n < 100_000; n++) {
            each.parent = term();
            each = each.parent;
        }
        assertThat(ServiceDocuments.withWider(lowest)).hasSize(100);
    }

    @Test
    void aTermWithoutACodeIsNobodysName() {
        UUID id = UUID.randomUUID();
        UUID taxonomy = UUID.randomUUID();
        Known known = new Known(
                new Lexicon(List.of(), java.util.Set.of()),
                List.of(),
                List.of(new Term(id, taxonomy, null, true, Map.of())),
                Map.of(),
                Map.of(),
                Map.of());
        assertThat(known.named(List.of("legal", "housing"))).isEmpty();
        assertThat(known.named(List.of(id.toString()))).containsEntry(taxonomy, List.of(id));
    }

    private static TaxonomyTerm term() {
        TaxonomyTerm term = new TaxonomyTerm();
        term.id = UUID.randomUUID();
        return term;
    }
}
