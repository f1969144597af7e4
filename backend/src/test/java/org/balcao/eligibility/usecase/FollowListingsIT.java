package org.balcao.eligibility.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.balcao.eligibility.store.ListingsFollowed;
import org.balcao.eligibility.store.ListingsFollowed.Place;
import org.balcao.fixture.PgResource;
import org.junit.jupiter.api.Test;

/** Listings are filled behind the change log, a part at a time. */
@QuarkusTest
@QuarkusTestResource(PgResource.class)
class FollowListingsIT {

    @Inject
    ListingsFollowed followed;

    @Inject
    CompleteListings listings;

    @Inject
    FollowListings follow;

    @Test
    void itGoesOnAfterARestartWhereItWasAndBeginsAgainWithAnotherWording() {
        moveTo(new Place("another wording", newest()));
        assertThat(inParts().part()).isTrue();
        assertThat(place()).isEqualTo(new Place(listings.wording(), 100));
        assertThat(inParts().part()).as("another one, as after a restart").isTrue();
        assertThat(place().seq()).isEqualTo(200);
        follow.toTheEnd();
        assertThat(place().seq()).isEqualTo(newest());
        assertThat(follow.part()).as("nothing is left").isFalse();
    }

    @Test
    void whereNothingChangedNothingIsWritten() {
        follow.toTheEnd();
        long before = newest();
        moveTo(new Place("another wording", before));
        follow.toTheEnd();
        assertThat(newest()).isEqualTo(before);
    }

    private long newest() {
        return QuarkusTransaction.requiringNew().call(followed::newest);
    }

    private FollowListings inParts() {
        return new FollowListings(followed, listings, 100);
    }

    private Place place() {
        return QuarkusTransaction.requiringNew().call(() -> followed.place().orElseThrow());
    }

    private void moveTo(Place place) {
        QuarkusTransaction.requiringNew().run(() -> followed.moveTo(place));
    }
}
