import dev.trivet.artifact.*;
import dev.trivet.failover.*;
import dev.trivet.render.*;
import dev.trivet.spec.*;
import java.nio.file.*;
