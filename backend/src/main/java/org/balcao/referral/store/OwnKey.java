package org.balcao.referral.store;

/** Keys of the program itself, beside those of chains; each with the rows that are worth nothing without it. */
enum OwnKey {
    /** Finds a paper code in the database. */
    CODE_LOCATOR("code-locator", "select exists (select from referral.person_code)"),
    /** Tells two ways of contact apart. */
    PERSON_HANDLE("person-handle", "select exists (select from referral.referral where person_handle is not null)"),
    /** Signs the roots over the events. */
    AUDIT_ROOT("audit-root", "select exists (select from referral.root)");

    private final String word;
    private final String needed;

    OwnKey(String word, String needed) {
        this.word = word;
        this.needed = needed;
    }

    /** The name of its file. */
    String file() {
        return word + ".key";
    }

    /** SQL, as the clock's role may ask it: whether there are rows that need it. */
    String needed() {
        return needed;
    }
}
