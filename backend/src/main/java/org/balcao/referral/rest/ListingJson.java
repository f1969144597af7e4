package org.balcao.referral.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.balcao.referral.model.Referral;

/** Reads the copy of a listing that is kept with a referral. */
@ApplicationScoped
class ListingJson {
    private final ObjectMapper json;

    ListingJson(ObjectMapper json) {
        this.json = json;
    }

    ReferralViews.ListingView of(Referral referral) {
        try {
            return json.readValue(referral.listing(), ReferralViews.ListingView.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("the listing of referral " + referral.id() + " cannot be read", notOurs);
        }
    }
}
