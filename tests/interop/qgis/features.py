"""python3 features.py ADDRESS: reads each collection of a server's /ogc with QGIS, without a screen; a line each, name and number of features."""
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import QgsApplication, QgsVectorLayer

address = sys.argv[1]
application = QgsApplication([], False)
application.initQgis()
for name in ("incidents", "reports", "findings", "regional-counts"):
    layer = QgsVectorLayer(f"url='{address}' typename='{name}'", name, "OAPIF")
    if not layer.isValid():
        sys.exit(f"{name}: QGIS could not read it")
    print(name, sum(1 for _ in layer.getFeatures()))
layer = QgsVectorLayer(f"url='{address}' typename='incidents'", "incidents", "OAPIF")
layer.setSubsetString("act = 'attack.shelling'")
print("act=attack.shelling", sum(1 for _ in layer.getFeatures()))
sys.stdout.flush()
# All was read; what QGIS does while it is taken down without a screen is not the question.
os._exit(0)
