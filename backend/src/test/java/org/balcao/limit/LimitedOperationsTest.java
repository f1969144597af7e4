package org.balcao.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.balcao.limit.LimitedOperations.Operation;
import org.junit.jupiter.api.Test;

/** Whoever may do something without a name is held to a limit. */
class LimitedOperationsTest {
    /** Questions that are posted so that they stand in no address; they write nothing and open nothing. */
    private static final Set<String> ONLY_ASK = Set.of(
            "ServicesResource.listServicesByPost",
            "OrganizationsResource.listOrganizationsByPost",
            "ServiceAtLocationsResource.listServiceAtLocationsByPost",
            "TaxonomiesResource.listTaxonomiesByPost",
            "TaxonomyTermsResource.listTaxonomyTermsByPost",
            "EligibilityResource.check");

    @Test
    void everyAnonymousOperationThatWritesOrOpensSomethingWithASecretHasALimit() {
        assertThat(LimitedOperations.all())
                .filteredOn(Operation::anonymous)
                .filteredOn(Operation::writes)
                .filteredOn(each -> !ONLY_ASK.contains(each.name()))
                .hasSizeGreaterThan(8)
                .allSatisfy(each -> assertThat(each.limit()).as(each.name()).isPresent());
    }

    @Test
    void whatOnlyAsksIsThereAndOpenToAll() {
        assertThat(LimitedOperations.all())
                .filteredOn(each -> each.anonymous() && each.writes())
                .extracting(Operation::name)
                .containsAll(ONLY_ASK);
    }
}
