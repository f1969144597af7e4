package org.balcao.directory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Program;
import org.balcao.directory.model.Service;
import org.junit.jupiter.api.Test;

class ProgramBranchesTest {

    private final Organization network = organization();
    private final Organization townHall = organization();

    @Test
    void theEntryIsTheNationwideServiceOfTheProgramsOwnOrganization() {
        assertThat(ProgramBranches.isEntry(service(network, "active"), true)).isTrue();
        assertThat(ProgramBranches.isEntry(service(network, "active"), false)).isFalse();
        assertThat(ProgramBranches.isEntry(service(townHall, "active"), true)).isFalse();
    }

    @Test
    void nothingStandsBehindAnEntryThatIsNotOffered() {
        assertThat(ProgramBranches.isEntry(service(network, "inactive"), true)).isFalse();
    }

    @Test
    void aBranchIsWhatIsNotForTheWholeCountryWhoeverGivesIt() {
        assertThat(ProgramBranches.isBranch(service(townHall, "active"), false)).isTrue();
        assertThat(ProgramBranches.isBranch(service(network, "active"), false)).isTrue();
        assertThat(ProgramBranches.isBranch(service(townHall, "active"), true)).isFalse();
    }

    @Test
    void aServiceWithoutAProgramIsNeither() {
        Service alone = service(network, "active");
        alone.program = null;
        assertThat(ProgramBranches.isEntry(alone, true)).isFalse();
        assertThat(ProgramBranches.isBranch(alone, false)).isFalse();
    }

    private Service service(Organization organization, String status) {
        Service service = new Service();
        service.organization = organization;
        service.status = status;
        service.program = new Program();
        service.program.organization = network;
        return service;
    }

    private static Organization organization() {
        Organization organization = new Organization();
        organization.id = UUID.randomUUID();
        return organization;
    }
}
