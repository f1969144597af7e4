package org.balcao.directory.model;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** HSDS organization_identifier: a number given by a register. */
@Entity
@Table(schema = "directory", name = "organization_identifier")
public class OrganizationIdentifier extends Part {
    @ManyToOne(fetch = FetchType.LAZY)
    public Organization organization;

    public String identifierScheme;

    public String identifierType;

    public String identifier;
}
