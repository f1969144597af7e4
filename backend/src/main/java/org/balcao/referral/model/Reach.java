package org.balcao.referral.model;

/**
 * Where a person is told that there is news. It does not print itself.
 *
 * @param channel phone or email
 * @param contact the number (E.164) or address
 * @param language of the agreement that was shown
 */
public record Reach(String channel, String contact, String language) {

    @Override
    public String toString() {
        return "***";
    }
}
