"""Weights of an exported reader, as a checkpoint to go on from:  import_onnx.py READER.onnx OUT.pt"""
import sys
import numpy as np, onnx, torch
from onnx import numpy_helper
m = onnx.load(sys.argv[1])
init = {i.name: numpy_helper.to_array(i) for i in m.graph.initializer}
state = {n: torch.tensor(np.array(v)) for n, v in init.items() if n.startswith(("layers.", "n.", "head")) and v.dtype == np.float32 and not n.endswith(("scale",))}
for n in m.graph.node:
    if n.op_type == "MatMulInteger":
        path = n.name.strip("/").replace("/MatMul_quant", "").replace("/", ".")
        base = n.input[1][: -len("_quantized")]
        w = init[n.input[1]].astype(np.float32) - init[n.input[3]].astype(np.float32)
        w = w * init[base + "_scale"]
        state[path + ".weight"] = torch.tensor(w.T.copy())
torch.save({"model": state, "seen": 0}, sys.argv[2])
