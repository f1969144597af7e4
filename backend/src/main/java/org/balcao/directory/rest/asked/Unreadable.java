package org.balcao.directory.rest.asked;

/** A parameter's text that means nothing to us, with the sentence that tells the reader what would. */
final class Unreadable extends Exception {

    Unreadable(String detail) {
        super(detail, null, false, false);
    }
}
