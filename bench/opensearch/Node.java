import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.opensearch.http.HttpInfo;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * An OpenSearch of one node: its folder and its HTTP port on this machine are the arguments. Given port 0 it takes a free one; the one that it
 * listens at stands in the file {@code port} of its folder.
 */
public class Node {

    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.setMaxHttpPort(65_535);
        boolean any = arguments[1].equals("0");
        runner.onBuild((number, settings) -> {
                    settings.put("discovery.type", "single-node");
                    if (any) {
                        settings.put("http.port", "0").put("transport.port", "0");
                    }
                })
                .build(OpenSearchRunner.newConfigs()
                        .basePath(arguments[0])
                        .baseHttpPort(any ? 9_200 : Integer.parseInt(arguments[1]) - 1) // the first node gets the next one
                        .numOfNode(1)
                        .clusterName("balcao"));
        int port = runner.client().admin().cluster().prepareNodesInfo().clear().addMetric("http").get().getNodes().getFirst()
                .getInfo(HttpInfo.class).getAddress().publishAddress().getPort();
        Path whole = Files.writeString(Path.of(arguments[0], "port.new"), Integer.toString(port));
        Files.move(whole, Path.of(arguments[0], "port"), StandardCopyOption.ATOMIC_MOVE);
        Thread.currentThread().join();
    }
}
