package org.balcao.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsFileTest {

    @TempDir
    private Path home;

    @Test
    void whatTheProgramListensAtStandsInItsHome() throws IOException {
        PortsFile ports = PortsFile.of(Map.of("BALCAO_HOME", home.toString()));
        ports.write(40_001, 40_002);
        assertThat(home.resolve("ports.json"))
                .hasContent("{\"pid\": %d, \"port\": 40001, \"management_port\": 40002}"
                        .formatted(ProcessHandle.current().pid()));
        try (var files = Files.list(home)) {
            assertThat(files).as("nothing half written stays").hasSize(1);
        }
        ports.remove();
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void anotherFileMayBeNamed() {
        Path named = home.resolve("deeper/ports");
        PortsFile.of(Map.of("BALCAO_HOME", "/nowhere", "BALCAO_PORTS_FILE", named.toString()))
                .write(1, 2);
        assertThat(named).exists();
    }

    @Test
    void aHomeThatCannotBeWrittenKeepsNobodyFromServing() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        PortsFile.of(Map.of("BALCAO_HOME", file.resolve("below").toString())).write(1, 2);
        assertThat(file).isEmptyFile();
    }
}
