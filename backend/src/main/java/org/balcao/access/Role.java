package org.balcao.access;

/** The roles of people and programs, as they stand in the {@code groups} of a token. Nobody has all rights. */
public final class Role {
    /** At the desk of a support centre, or on the help line: sends referrals. */
    public static final String MEDIATOR = "mediator";

    /** At a partner: answers referrals, and looks after the organization's listings. */
    public static final String PARTNER_EDITOR = "partner-editor";

    /** A partner's own system. */
    public static final String PARTNER_CLIENT = "partner-client";

    /** Looks after the data of all; sees counts of referrals and none of them. */
    public static final String NATIONAL_EDITOR = "national-editor";

    /** Looks after people, keys and organizations; sees counts of referrals and none of them. */
    public static final String NATIONAL_ADMIN = "national-admin";

    /** The data protection officer: reads skeletons and the audit, never what is sealed. */
    public static final String AUDITOR = "auditor";

    private Role() {}
}
