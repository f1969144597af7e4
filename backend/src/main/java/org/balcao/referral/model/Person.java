package org.balcao.referral.model;

/**
 * How to reach a person: all that is sealed. It does not print itself, so that it stays out of logs and messages.
 *
 * @param called what to call them; not their name as papers have it
 * @param channel phone, email, desk (through the desk that sent this) or returns (they come back by themselves)
 * @param contact the number or address, of the first two
 * @param noMessage leave no message
 * @param doNotSayWho do not say who calls
 * @param hours any, morning, afternoon or evening
 * @param note what else the receiver has to know; no story, no numbers
 */
public record Person(
        String called,
        String channel,
        String contact,
        boolean noMessage,
        boolean doNotSayWho,
        String hours,
        String note) {

    @Override
    public String toString() {
        return "***";
    }
}
