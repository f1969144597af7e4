package org.balcao.referral.usecase;

/** How a message gets to a telephone. An operator with another gateway adds a bean of this type; the default is {@link SmsSpool}. */
public interface Sms {
    /** Whether messages can be sent at all. */
    boolean isOn();

    /**
     * @param number E.164
     * @param text of at most 70 characters, so that it is one message in every script
     * @throws java.io.UncheckedIOException if it has to be tried again
     */
    void send(String number, String text);
}
