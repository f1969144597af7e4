package org.balcao.directory.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** HSDS organization: a public body, town hall, association or company that offers services. */
@Entity
@Table(schema = "directory", name = "organization")
public class Organization extends DirectoryRecord {
    public String name;

    public String alternateName;

    public String description;

    public String email;

    public String website;

    public String taxStatus;

    public String taxId;

    public Integer yearIncorporated;

    public String legalStatus;

    public String logo;

    public String uri;

    @ManyToOne(fetch = FetchType.LAZY)
    public Organization parentOrganization;

    /** Ours: public, municipality, association, ngo, academic, international, company. */
    public String organizationType;

    /** Ours: active, inactive or defunct; defunct ones stay so that older sources can be understood. */
    public String status;

    /** Ours: the address of the seat as one line, where only that is known. */
    public String mainLocation;

    /** Ours: high, medium or low; low is shown as not confirmed. */
    public String confidence;

    /** Ours: when somebody last checked that this is true. */
    public LocalDate assuredDate;

    /** Ours: who checked, as a role or an organization. */
    public String assurer;

    /** Ours: what an editor should check, or what a source says beside the facts. */
    public String notes;

    @OneToMany(mappedBy = "organization")
    @OrderBy("position")
    public List<Service> services = new ArrayList<>();

    @OneToMany(mappedBy = "organization")
    @OrderBy("position")
    public List<Location> locations = new ArrayList<>();

    @OneToMany(mappedBy = "organization")
    @OrderBy("position")
    public List<Program> programs = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Phone> phones = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Contact> contacts = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Funding> funding = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<OrganizationIdentifier> organizationIdentifiers = new ArrayList<>();

    @OneToMany(mappedBy = "organization", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("ordinal")
    public List<Url> additionalWebsites = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "link_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Attribute> attributes = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "resource_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Metadata> metadata = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "entity_id", insertable = false, updatable = false)
    @OrderBy("ordinal")
    public List<Citation> sources = new ArrayList<>();
}
