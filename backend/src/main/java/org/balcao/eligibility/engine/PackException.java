package org.balcao.eligibility.engine;

/** Why a pack is not loaded: where in it, as a JSON pointer (RFC 6901), and what is wrong there. */
public final class PackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    PackException(String pointer, String problem) {
        super((pointer.isEmpty() ? "/" : pointer) + ": " + problem);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }
}
