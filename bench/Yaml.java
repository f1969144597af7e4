import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;

/** Prints a YAML file as JSON. */
final class Yaml {
    private Yaml() {}

    public static void main(String[] arguments) throws IOException {
        var read = new ObjectMapper(new YAMLFactory()).readTree(Path.of(arguments[0]).toFile());
        System.out.println(new ObjectMapper().writeValueAsString(read));
    }
}
